import type { GraderScores, Histogram } from "../scorecard.ts";
import { rateOfUnits, type UnitCounts } from "./rate.ts";
import { fillBins } from "./read-latency.ts";
import type { RunScope, RunUnit } from "./run-scope.ts";

type Row = Omit<GraderScores, "passRate" | "scores"> & { minScore: number | null; maxScore: number | null };

const sql = `
  select v.id as "graderVersionId", g.id as "graderId", g.name, v.number as version, v.kind, v.direction::text as direction,
    v.threshold, v.weight, v.critical, coalesce(s.passed, 0)::int as passed, coalesce(s.failed, 0)::int as failed,
    coalesce(s.unscored, 0)::int as unscored, s.mean as "meanScore", s.min as "minScore", s.max as "maxScore"
  from run_grader rg
    join grader_version v on v.id = rg.grader_version_id
    join grader g on g.id = v.grader_id
    left join (
      select grader_version_id, count(*) filter (where passed) as passed, count(*) filter (where not passed) as failed,
        count(*) filter (where status = 'unscored') as unscored, avg(score) as mean, min(score) as min, max(score) as max
      from grade where workspace_id = $1 and run_id = $2 group by grader_version_id
    ) s on s.grader_version_id = v.id
  where rg.workspace_id = $1 and rg.run_id = $2
  order by rg.position`;

const unitsSql = (unit: Exclude<RunUnit, "attempt">) => `
  with cases as (
    select grader_version_id, case_id, count(*) filter (where passed is not null) as scored, count(*) filter (where passed) as passed
    from grade where workspace_id = $1 and run_id = $2 group by grader_version_id, case_id
  ), units as (
    ${unit === "cluster" ? byCluster : "select grader_version_id, scored, passed from cases"}
  ), counted as (
    select grader_version_id, scored, passed, count(*) as units from units group by 1, 2, 3
  )
  select grader_version_id as id, jsonb_agg(jsonb_build_array(scored, passed, units)) as units from counted group by 1`;

const byCluster = `
    select grader_version_id, sum(scored) as scored, sum(passed) as passed
    from cases c join (
      select distinct a.case_id, coalesce('cluster ' || r.cluster, a.case_id::text) as cluster
      from attempt a join case_revision r on r.id = a.case_revision_id where a.workspace_id = $1 and a.run_id = $2
    ) clusters using (case_id)
    group by grader_version_id, cluster`;

const bins = 20;
const histogramSql = `
  select grader_version_id as id, least(${bins}, width_bucket(score, 0, 1, ${bins})) as bin, count(*)::int as count
  from grade where workspace_id = $1 and run_id = $2 and status = 'scored' group by 1, 2`;

/** Pass rate, mean and distribution of each grader, in the order of the run. */
export async function readGraderScores(scope: RunScope): Promise<GraderScores[]> {
  const graders = await scope.query<Row>(sql);
  const histograms = await scope.query<{ id: string; bin: number; count: number }>(histogramSql);
  const unitsOf = await readUnits(scope, graders);
  return graders.map(({ minScore, maxScore, ...row }) => {
    // Scores of 0 and 1 alone are told by the pass rate.
    const graded0to1 = minScore !== null && maxScore !== null && minScore >= 0 && maxScore <= 1;
    const counts = fillBins(
      histograms.filter((bin) => bin.id === row.graderVersionId),
      bins,
    );
    const scores: Histogram | null =
      graded0to1 && counts.slice(1, -1).some((n) => n > 0) ? { from: 0, to: 1, counts } : null;
    return { ...row, passRate: rateOfUnits(unitsOf(row.graderVersionId), scope.unit), scores };
  });
}

async function readUnits(
  scope: RunScope,
  graders: readonly Row[],
): Promise<(graderVersionId: string) => UnitCounts> {
  if (scope.unit === "attempt") {
    const scored = new Map(graders.map((row) => [row.graderVersionId, row]));
    return (id) => {
      const { passed = 0, failed = 0 } = scored.get(id) ?? {};
      return [
        [1, 1, passed],
        [1, 0, failed],
      ];
    };
  }
  const rows = await scope.query<{ id: string; units: UnitCounts }>(unitsSql(scope.unit));
  const byGrader = new Map(rows.map((row) => [row.id, row.units]));
  return (id) => byGrader.get(id) ?? [];
}
