import { statedConfidence } from "#lib/graders/kinds/numbers/stated-confidence.ts";
import { intervalOfSums } from "#lib/text/corpus/corpus-interval.ts";
import type { Bounded, Calibration } from "../scorecard.ts";
import type { RunScope } from "./run-scope.ts";
import { readUnitGroups, type UnitGroups } from "./unit-groups.ts";

const bins = 10;
const resamples = 1_000;
const seed = 1;

const gradersSql = `
  select v.id as "graderVersionId", g.name as grader, v.weight > 0 as decides,
    (select count(*)::int from attempt a
     where a.workspace_id = $1 and a.run_id = $2 and a.verdict in ('passed', 'failed')) as judged
  from run_grader rg join grader_version v on v.id = rg.grader_version_id join grader g on g.id = v.grader_id
  where rg.workspace_id = $1 and rg.run_id = $2 and v.kind = $3
  order by rg.position`;

/** As a numeric, 0.7 times 10 is 7 and not a little more: an edge belongs to the bin below it. */
const sumsSql = ({ group, join }: UnitGroups) => `
  select ${group} as "group", greatest(1, ceil((s.score * ${bins})::numeric))::int as bin, count(*)::int as n,
    sum(s.score) as confidence, count(*) filter (where a.verdict = 'passed')::int as correct,
    sum((s.score - (a.verdict = 'passed')::int) ^ 2) as squares
  from grade s ${join === "" ? "join attempt a using (workspace_id, run_id, case_id, repetition)" : join}
  where s.workspace_id = $1 and s.run_id = $2 and s.grader_version_id = $3 and s.status = 'scored'
    and a.verdict in ('passed', 'failed')
  group by 1, 2 order by 1, 2`;

type Grader = Pick<Calibration, "graderVersionId" | "grader" | "decides" | "judged">;
type Cell = {
  group: string;
  bin: number;
  n: number;
  confidence: number;
  correct: number;
  squares: number;
};

/** Brier score, expected calibration error and the reliability of each bin, for each grader that reads a stated confidence. */
export async function readCalibration(scope: RunScope): Promise<Calibration[]> {
  const graders = await scope.query<Grader>(gradersSql, [statedConfidence.kind]);
  const found: Calibration[] = [];
  for (const grader of graders) {
    const parts = await readUnitGroups(scope, grader.graderVersionId);
    const cells = await scope.query<Cell>(sumsSql(parts), [grader.graderVersionId]);
    if (cells.length > 0) found.push(describeCalibration(scope, grader, cells, parts));
  }
  return found;
}

function describeCalibration(
  { unit }: RunScope,
  grader: Grader,
  cells: readonly Cell[],
  { units, drawn }: UnitGroups,
): Calibration {
  const rows = [...Map.groupBy(cells, ({ group }) => group).values()].map(sumsOfGroup);
  const total = rows.reduce((sums, row) => sums.map((sum, column) => sum + (row[column] ?? 0)));
  const bounded = (of: (sums: ArrayLike<number>) => number): Bounded => {
    const interval = intervalOfSums(rows, total.length, of, { resamples, seed });
    const { lower = null, upper = null } = interval?.percentile ?? {};
    return { estimate: of(total), lower, upper };
  };
  return {
    ...grader,
    n: cells.reduce((sum, { n }) => sum + n, 0),
    brier: bounded(brierOf),
    error: bounded(errorOf),
    bins: Array.from({ length: bins }, (_, index) => describeBin(index, cells)),
    resampling:
      rows.length < 2 ? null : { unit, units: drawn.groups ? units : rows.length, ...drawn, resamples, seed },
  };
}

/** Answers, squared distances, and for each bin how many more were right than the confidences say. */
function sumsOfGroup(cells: readonly Cell[]): number[] {
  const sums = Array.from({ length: 2 + bins }, () => 0);
  for (const { bin, n, confidence, correct, squares } of cells) {
    sums[0] = (sums[0] ?? 0) + n;
    sums[1] = (sums[1] ?? 0) + squares;
    sums[1 + bin] = (sums[1 + bin] ?? 0) + correct - confidence;
  }
  return sums;
}

function brierOf(sums: ArrayLike<number>): number {
  return (sums[1] ?? 0) / (sums[0] ?? 0);
}

function errorOf(sums: ArrayLike<number>): number {
  let gaps = 0;
  for (let column = 2; column < sums.length; column += 1) gaps += Math.abs(sums[column] ?? 0);
  return gaps / (sums[0] ?? 0);
}

function describeBin(index: number, cells: readonly Cell[]): Calibration["bins"][number] {
  const within = cells.filter(({ bin }) => bin === index + 1);
  const sum = (of: (cell: Cell) => number) => within.reduce((total, cell) => total + of(cell), 0);
  const total = sum(({ n }) => n);
  return {
    from: index / bins,
    to: (index + 1) / bins,
    total,
    meanConfidence: total === 0 ? null : sum(({ confidence }) => confidence) / total,
    shareCorrect: total === 0 ? null : sum(({ correct }) => correct) / total,
  };
}
