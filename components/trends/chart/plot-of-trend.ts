import { seriesColour } from "#components/charts/trend/series-colour.ts";
import type {
  PlotLimits,
  PlotLine,
  PlotMark,
  PlotReference,
} from "#components/charts/trend-plot/plot-types.ts";
import type { Trend } from "#lib/trends/get-trend.ts";
import type { TrendAxis } from "#lib/trends/trend-metric.ts";
import type { TrendRun } from "#lib/trends/trend-run.ts";

/** An accepted run with its value for what is drawn. */
export type AcceptedValue = { number: number; approvedAt: Date; value: number | null };

export type TrendPicture = {
  lines: PlotLine[];
  limits: PlotLimits | null;
  marks: PlotMark[];
  references: PlotReference[];
  change: readonly [number, number] | null;
};

/** A change of level is drawn from this p-value on. */
const surprising = 0.05;

type Places = (runNumber: number) => number | null;

/** What is drawn of a trend along an axis. Along versions, each line has the newest run of each version. */
export function pictureOf(
  trend: Trend,
  axis: TrendAxis,
  accepted: readonly AcceptedValue[],
  formatY: (y: number) => string,
): TrendPicture {
  const runs = new Map(trend.runs.map((run) => [run.number, run]));
  const places: Places = (number) => {
    const run = runs.get(number);
    return run === undefined ? null : placeOf(run, axis);
  };
  const byVersion = axis === "dataset" || axis === "model";
  const lines = trend.lines.map((line, index) => ({
    id: line.id,
    label: line.label,
    colour: seriesColour(index),
    points: newestOfPlace(
      line.points.flatMap(({ number, y, low, high, n }) => {
        const run = runs.get(number);
        return run === undefined
          ? []
          : [{ x: placeOf(run, axis), y, low, high, n, run: number, label: labelOf(run, line.label) }];
      }),
    ),
  }));
  return {
    lines,
    limits: byVersion ? null : limitsOf(trend, places),
    marks: byVersion ? [] : marksOf(trend, places),
    references: byVersion ? [] : referencesOf(trend.runs, axis, accepted, formatY),
    change: byVersion ? null : changeOf(trend, places),
  };
}

/** Which runs stand between two places of the axis: their first and last number. */
export function runsBetween(
  runs: readonly TrendRun[],
  axis: TrendAxis,
  from: number,
  to: number,
): string | null {
  const numbers = runs
    .filter((run) => placeOf(run, axis) >= from && placeOf(run, axis) <= to)
    .map((run) => run.number);
  return numbers.length === 0 ? null : `${Math.min(...numbers)}-${Math.max(...numbers)}`;
}

export function placeOf(run: TrendRun, axis: TrendAxis): number {
  switch (axis) {
    case "time":
      return run.finishedAt.getTime();
    case "run":
      return run.number;
    case "dataset":
      return run.datasetVersion;
    case "model":
      return run.model.versionNumber;
  }
}

function newestOfPlace(points: PlotLine["points"]): PlotLine["points"] {
  return [...new Map(points.map((point) => [point.x, point])).values()].sort((one, other) => one.x - other.x);
}

function labelOf({ number, model, datasetVersion }: TrendRun, line: string): string {
  const own = line.startsWith(model.name) ? line : `${line}, ${model.name}`;
  return `Run ${number}: ${own} v${model.versionNumber}, dataset v${datasetVersion}`;
}

function limitsOf({ focus }: Trend, places: Places): PlotLimits | null {
  if (focus?.analysis.result.kind !== "charted") return null;
  const { centre, byRun, outside } = focus.analysis.result.limits;
  return {
    centre,
    byX: byRun
      .flatMap(({ number, ...limit }) => {
        const x = places(number);
        return x === null ? [] : [{ x, ...limit }];
      })
      .sort((one, other) => one.x - other.x),
    outside: new Set(outside.map(({ number }) => number)),
  };
}

function marksOf({ marks }: Trend, places: Places): PlotMark[] {
  return [...Map.groupBy(marks, (mark) => mark.runNumber)].flatMap(([number, own]) => {
    const x = places(number);
    return x === null ? [] : [{ x, label: own.map((mark) => mark.label).join(", ") }];
  });
}

/** An accepted run holds from its approval until the next one's; the first also before, so that older runs have a line to be held to. */
function referencesOf(
  runs: readonly TrendRun[],
  axis: TrendAxis,
  accepted: readonly AcceptedValue[],
  formatY: (y: number) => string,
): PlotReference[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = accepted
    .flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]))
    .sort((one, other) => one.approvedAt.getTime() - other.approvedAt.getTime());
  const label = (one: { number: number; value: number }) =>
    `accepted: run ${one.number}, ${formatY(one.value)}`;
  if (axis === "run") {
    const newest = known.at(-1);
    return newest === undefined
      ? []
      : [{ from: first.number, to: last.number, value: newest.value, label: label(newest) }];
  }
  const end = last.finishedAt.getTime();
  const start = first.finishedAt.getTime();
  return known.flatMap((one, index) => {
    const from = Math.max(start, one.approvedAt.getTime());
    const to = Math.min(end, known[index + 1]?.approvedAt.getTime() ?? end);
    if (index < known.length - 1 && to <= from) return [];
    return [{ from: Math.min(from, end), to, value: one.value, label: label(one) }];
  });
}

function changeOf({ focus }: Trend, places: Places): readonly [number, number] | null {
  if (focus?.analysis.result.kind !== "charted") return null;
  const { level, pValues } = focus.analysis.result.change;
  if (pValues.level >= surprising) return null;
  const [before, after] = [places(level.lastBefore), places(level.firstAfter)];
  return before === null || after === null ? null : [before, after];
}
