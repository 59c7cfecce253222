import { pool } from "#lib/db/database.ts";
import { rate } from "./rate.ts";
import { type RunScope, scopeValues } from "./run-scope.ts";
import type { Slice } from "./scorecard.ts";

type Row = Slice["counts"] & { dimension: string; value: string; latencyP95Ms: number | null };

/** A metadata field with more values than this is an identifier, not a slice. */
const maxValues = 30;
const maxValueLength = 80;

const sql = `
  with judged as (
    select a.verdict, a.latency_ms, r.split::text as split, r.tags, r.metadata
    from attempt a join case_revision r on r.id = a.case_revision_id
    where a.workspace_id = $1 and a.run_id = $2
  ), sliced as (
    select 'split' as dimension, split as value, verdict, latency_ms from judged
    union all
    select 'tag', tag, verdict, latency_ms from judged cross join lateral unnest(tags) as tag
    union all
    select 'metadata.' || field.key, field.value #>> '{}', verdict, latency_ms
    from judged cross join lateral jsonb_each(case when jsonb_typeof(metadata) = 'object' then metadata else '{}' end) as field
    where jsonb_typeof(field.value) in ('string', 'number', 'boolean') and length(field.value #>> '{}') <= ${maxValueLength}
  ), grouped as (
    select dimension, value,
      count(*) filter (where verdict = 'passed')::int as passed,
      count(*) filter (where verdict = 'failed')::int as failed,
      count(*) filter (where verdict = 'unscored')::int as unscored,
      count(*) filter (where verdict = 'errored')::int as errored,
      percentile_cont(0.95) within group (order by latency_ms) as "latencyP95Ms",
      count(*) over (partition by dimension) as "values"
    from sliced group by dimension, value
  )
  select dimension, value, passed, failed, unscored, errored, "latencyP95Ms"
  from grouped where "values" <= ${maxValues} or dimension = 'tag'
  order by dimension, passed + failed + unscored + errored desc, value
  limit 500`;

/** The run broken down by split, tag, and every metadata field that has few values. */
export async function readSlices(scope: RunScope): Promise<Slice[]> {
  const { rows } = await pool().query<Row>(sql, scopeValues(scope));
  return rows.map(({ dimension, value, latencyP95Ms, ...counts }) => ({
    dimension,
    value,
    counts,
    passRate: rate(counts.passed, counts.passed + counts.failed),
    latencyP95Ms,
  }));
}
