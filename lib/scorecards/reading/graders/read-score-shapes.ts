import type { GraderScores } from "../../scorecard.ts";
import { fillBins } from "../read-answer-ends.ts";
import type { RunScope } from "../run-scope.ts";

const bins = 20;

/** The scores of a grader lie between these. */
export type ScoreRange = { id: string; low: number; high: number };

type Shape = Pick<GraderScores, "quartiles" | "scores">;
type Bin = { id: string; bin: number; count: number };
type Quartiles = { id: string; quartiles: [number, number, number] };

const histogramSql = `
  select g.grader_version_id as id, least(${bins}, width_bucket(g.score, r.low, r.high, ${bins})) as bin, count(*)::int as count
  from grade g join unnest($3::uuid[], $4::float8[], $5::float8[]) as r (id, low, high) on r.id = g.grader_version_id
  where g.workspace_id = $1 and g.run_id = $2 and g.status = 'scored' group by 1, 2`;

const quartilesSql = `
  select grader_version_id as id, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by score) as quartiles
  from grade where workspace_id = $1 and run_id = $2 and grader_version_id = any($3) and score is not null group by 1`;

/** Quartiles and histogram of the graders with these ranges, by grader version; scores within 0..1 are binned over all of it. */
export async function readScoreShapes(
  scope: RunScope,
  ranges: readonly ScoreRange[],
): Promise<(graderVersionId: string) => Shape> {
  const none: Shape = { quartiles: null, scores: null };
  if (ranges.length === 0) return () => none;
  const axes = ranges.map((range) =>
    range.low >= 0 && range.high <= 1 ? { ...range, low: 0, high: 1 } : range,
  );
  // One value has no range to be binned in.
  const drawn = axes.filter(({ low, high }) => low < high);
  const ids = (of: readonly ScoreRange[]) => of.map(({ id }) => id);
  const counts = await scope.query<Bin>(histogramSql, [
    ids(drawn),
    drawn.map(({ low }) => low),
    drawn.map(({ high }) => high),
  ]);
  const quartiles = await scope.query<Quartiles>(quartilesSql, [ids(ranges)]);
  const shapes = ranges.map(({ id, low: min, high: max }): [string, Shape] => {
    const [p25, p50, p75] = quartiles.find((row) => row.id === id)?.quartiles ?? [];
    const axis = drawn.find((range) => range.id === id);
    const own = counts.filter((bin) => bin.id === id);
    return [
      id,
      {
        quartiles:
          p25 === undefined || p50 === undefined || p75 === undefined ? null : { min, p25, p50, p75, max },
        scores: axis === undefined ? null : { from: axis.low, to: axis.high, counts: fillBins(own, bins) },
      },
    ];
  });
  const byId = new Map(shapes);
  return (id) => byId.get(id) ?? none;
}
