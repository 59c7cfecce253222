import { pool } from "#lib/db/database.ts";
import { rate } from "./rate.ts";
import { fillBins } from "./read-totals.ts";
import { type RunScope, scopeValues } from "./run-scope.ts";
import type { GraderScores, Histogram } from "./scorecard.ts";

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

const bins = 20;
const histogramSql = `
  select grader_version_id as id, least(${bins}, width_bucket(score, 0, 1, ${bins})) as bin, count(*)::int as count
  from grade where workspace_id = $1 and run_id = $2 and status = 'scored' group by 1, 2`;

/** Pass rate, mean and distribution of each grader, in the order of the run. */
export async function readGraderScores(scope: RunScope): Promise<GraderScores[]> {
  const [graders, histograms] = await Promise.all([
    pool().query<Row>(sql, scopeValues(scope)),
    pool().query<{ id: string; bin: number; count: number }>(histogramSql, scopeValues(scope)),
  ]);
  return graders.rows.map(({ minScore, maxScore, ...row }) => {
    const graded = row.passed + row.failed;
    // Scores of 0 and 1 alone are told by the pass rate.
    const graded0to1 = minScore !== null && maxScore !== null && minScore >= 0 && maxScore <= 1;
    const counts = fillBins(
      histograms.rows.filter((bin) => bin.id === row.graderVersionId),
      bins,
    );
    const scores: Histogram | null =
      graded0to1 && counts.slice(1, -1).some((n) => n > 0) ? { from: 0, to: 1, counts } : null;
    return { ...row, passRate: rate(row.passed, graded), scores };
  });
}
