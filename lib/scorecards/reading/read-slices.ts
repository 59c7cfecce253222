import type { Slice } from "../scorecard.ts";
import { rateOfUnits, type UnitCounts } from "./rates/rate.ts";
import type { RunScope, RunUnit } from "./run-scope.ts";

type Row = Slice["counts"] & { dimension: string; value: string; units: UnitCounts };

/** A metadata field with more values than this is an identifier, not a slice. */
const maxValues = 30;
const maxValueLength = 80;
/** Identifiers are found in so many cases, and left out before all cases are cut up by their fields. */
const sampleSize = 2_000;

const fieldsOf = (metadata: string) =>
  `case when jsonb_typeof(${metadata}) = 'object' then ${metadata} else '{}' end`;

const judgedSql = (source: (verdict: string) => string) => `
    select case_revision_id, ${["passed", "failed", "unscored", "errored"].map(source).join(", ")}
    from attempt where workspace_id = $1 and run_id = $2`;

/** With one attempt at each case there is nothing to group. */
const oneAttempt = judgedSql((verdict) => `(verdict is not distinct from '${verdict}')::int as ${verdict}`);
const allAttempts = `${judgedSql((verdict) => `count(*) filter (where verdict = '${verdict}') as ${verdict}`)}
    group by case_revision_id`;

/**
 * Cases that are described alike and ended alike become one row before they are cut up into slices: of 100,000 cases a few
 * thousand rows are left. Slices are grouped by cluster only where there are clusters.
 */
const sqlOf = (unit: RunUnit, repeated: boolean) => `
  with identifiers as materialized (
    select coalesce(array_agg(key), '{}') as keys from (
      select field.key
      from (select case_revision_id from attempt where workspace_id = $1 and run_id = $2 limit ${sampleSize}) sample
        join case_revision r on r.id = sample.case_revision_id
        cross join lateral jsonb_each_text(${fieldsOf("r.metadata")}) field
      group by field.key having count(distinct field.value) > ${maxValues}
    ) many
  ), judged as (${repeated ? allAttempts : oneAttempt}
  ), alike as materialized (
    select r.split, r.tags, ${fieldsOf("r.metadata")} - (select keys from identifiers) as metadata,
      ${unit === "cluster" ? "coalesce('cluster ' || r.cluster, r.id::text)" : "null::text"} as cluster,
      j.passed, j.passed + j.failed as scored, sum(j.unscored) as unscored, sum(j.errored) as errored, count(*) as cases
    from judged j join case_revision r on r.id = j.case_revision_id
    group by 1, 2, 3, 4, 5, 6
  ), sliced as (
    select 'split' as dimension, split::text as value, a.* from alike a
    union all
    select 'tag', tag, a.* from alike a cross join lateral unnest(a.tags) as tag
    union all
    select 'metadata.' || field.key, field.value #>> '{}', a.* from alike a cross join lateral jsonb_each(a.metadata) as field
    where jsonb_typeof(field.value) in ('string', 'number', 'boolean') and length(field.value #>> '{}') <= ${maxValueLength}
  ), ${unit === "cluster" ? byCluster : byCase}, counted as (
    select dimension, value, scored, passed, sum(unscored) as unscored, sum(errored) as errored, sum(units) as units
    from units group by dimension, value, scored, passed
  ), grouped as (
    select dimension, value, sum(passed * units)::int as passed, sum((scored - passed) * units)::int as failed,
      sum(unscored)::int as unscored, sum(errored)::int as errored, jsonb_agg(jsonb_build_array(scored, passed, units)) as units,
      count(*) over (partition by dimension) as "values"
    from counted group by dimension, value
  )
  select dimension, value, passed, failed, unscored, errored, units
  from grouped where "values" <= ${maxValues} or dimension = 'tag'
  order by dimension, passed + failed + unscored + errored desc, value
  limit 500`;

const byCase = `units as (
    select dimension, value, scored, passed, unscored, errored, cases as units from sliced
  )`;
const byCluster = `units as (
    select dimension, value, sum(scored * cases) as scored, sum(passed * cases) as passed, sum(unscored) as unscored,
      sum(errored) as errored, 1 as units
    from sliced group by dimension, value, cluster
  )`;

/** The run broken down by split, tag, and every metadata field that has few values; not yet compared with the rest. */
export async function readSlices(scope: RunScope): Promise<Slice[]> {
  const rows = await scope.query<Row>(sqlOf(scope.unit, scope.repetitions > 1));
  return rows.map(({ dimension, value, units, ...counts }) => ({
    dimension,
    value,
    counts,
    passRate: rateOfUnits(units, scope.unit),
    against: null,
  }));
}
