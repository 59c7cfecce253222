import type { UnitCounts } from "../rates/rate.ts";
import { type RunScope, unitColumn } from "../run-scope.ts";

export type GraderUnits = {
  verdicts: UnitCounts;
  /** Units with so many scores each: the sum of their sums, of the squares of their sums, and how many there are. */
  scores: readonly (readonly [size: number, sum: number, squares: number, units: number])[];
};

const sqlOf = (unit: "case" | "cluster") => `
  with cases as (
    select grader_version_id, case_id, count(*) filter (where passed is not null) as scored, count(*) filter (where passed) as passed,
      count(score) as n, coalesce(sum(score), 0) as score
    from grade where workspace_id = $1 and run_id = $2 group by grader_version_id, case_id
  ), units as materialized (
    ${unit === "cluster" ? byCluster : "select grader_version_id, scored, passed, n, score from cases"}
  ), verdicts as (
    select grader_version_id, jsonb_agg(jsonb_build_array(scored, passed, units)) as verdicts
    from (select grader_version_id, scored, passed, count(*) as units from units group by 1, 2, 3) counted group by 1
  ), scores as (
    select grader_version_id, jsonb_agg(jsonb_build_array(n, score, squares, units)) as scores
    from (
      select grader_version_id, n, sum(score) as score, sum(score * score) as squares, count(*) as units
      from units where n > 0 group by 1, 2
    ) summed group by 1
  )
  select grader_version_id as id, verdicts, coalesce(scores, '[]') as scores from verdicts left join scores using (grader_version_id)`;

const byCluster = `
    select grader_version_id, sum(scored) as scored, sum(passed) as passed, sum(n) as n, sum(score) as score
    from cases c join (
      select distinct a.case_id, ${unitColumn.cluster} as cluster
      from attempt a join case_revision r on r.id = a.case_revision_id where a.workspace_id = $1 and a.run_id = $2
    ) clusters using (case_id)
    group by grader_version_id, cluster`;

/** Verdicts and scores of each grader by unit; null for a run whose attempts are independent. */
export async function readGraderUnits(scope: RunScope): Promise<Map<string, GraderUnits> | null> {
  if (scope.unit === "attempt") return null;
  const rows = await scope.query<GraderUnits & { id: string }>(sqlOf(scope.unit));
  return new Map(rows.map(({ id, ...units }) => [id, units]));
}
