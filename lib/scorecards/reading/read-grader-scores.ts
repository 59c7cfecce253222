import type { GraderScores } from "../scorecard.ts";
import { type GraderUnits, readGraderUnits } from "./graders/read-grader-units.ts";
import { readScoreShapes } from "./graders/read-score-shapes.ts";
import { meanInterval } from "./rates/mean-interval.ts";
import { rateOfUnits } from "./rates/rate.ts";
import type { RunScope } from "./run-scope.ts";

type Row = Omit<GraderScores, "passRate" | "mean" | "quartiles" | "scores"> & {
  n: number;
  minScore: number | null;
  maxScore: number | null;
  deviation: number | null;
  /** Some score is neither 0 nor 1. */
  graded: boolean;
};

const sql = `
  select v.id as "graderVersionId", g.id as "graderId", g.name, v.number as version, v.kind, v.direction::text as direction,
    v.threshold, v.weight, v.critical, coalesce(s.passed, 0)::int as passed, coalesce(s.failed, 0)::int as failed,
    coalesce(s.unscored, 0)::int as unscored, s.mean as "meanScore", coalesce(s.n, 0)::int as n, s.min as "minScore", s.max as "maxScore",
    s.deviation, coalesce(s.graded, false) as graded
  from run_grader rg
    join grader_version v on v.id = rg.grader_version_id
    join grader g on g.id = v.grader_id
    left join (
      select grader_version_id, count(*) filter (where passed) as passed, count(*) filter (where not passed) as failed,
        count(*) filter (where status = 'unscored') as unscored, avg(score) as mean, count(score) as n, min(score) as min,
        max(score) as max, stddev_samp(score) as deviation, bool_or(score not in (0, 1)) as graded
      from grade where workspace_id = $1 and run_id = $2 group by grader_version_id
    ) s on s.grader_version_id = v.id
  where rg.workspace_id = $1 and rg.run_id = $2
  order by rg.position`;

/** Pass rate of each grader in the order of the run; mean, quartiles and histogram of those whose scores are not only 0 and 1. */
export async function readGraderScores(scope: RunScope): Promise<GraderScores[]> {
  const rows = await scope.query<Row>(sql);
  const units = await readGraderUnits(scope);
  const shapeOf = await readScoreShapes(
    scope,
    rows.flatMap(({ graderVersionId: id, graded, minScore: low, maxScore: high }) =>
      graded && low !== null && high !== null ? [{ id, low, high }] : [],
    ),
  );
  return rows.map(({ n, minScore: _, maxScore: __, deviation, graded, ...row }) => {
    const found = units?.get(row.graderVersionId);
    return {
      ...row,
      passRate: rateOfUnits(found?.verdicts ?? independent(row), scope.unit),
      mean: graded ? meanOf({ n, meanScore: row.meanScore, deviation }, found) : null,
      ...shapeOf(row.graderVersionId),
    };
  });
}

function independent({ passed, failed }: Pick<Row, "passed" | "failed">): GraderUnits["verdicts"] {
  return [
    [1, 1, passed],
    [1, 0, failed],
  ];
}

function meanOf(
  { n, meanScore, deviation }: Pick<Row, "n" | "meanScore" | "deviation">,
  found: GraderUnits | undefined,
): GraderScores["mean"] {
  if (meanScore === null) return null;
  // What the database says of independent scores, as sums around 0.
  const squares = (n - 1) * (deviation ?? 0) ** 2;
  const interval =
    found === undefined
      ? meanInterval([{ size: 1, units: n, sum: 0, squares }])
      : meanInterval(
          found.scores.map(([size, sum, sumSquares, units]) => ({ size, units, sum, squares: sumSquares })),
        );
  if (interval === null) return null;
  const shift = found === undefined ? meanScore : 0;
  return { lower: interval.lower + shift, upper: interval.upper + shift, n };
}
