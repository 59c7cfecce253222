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
export type AcceptedValue = { number: number; finishedAt: Date; approvedAt: Date; value: number | null };

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
  const numbers = new Set(outside.map(({ number }) => number));
  const hasAverage = byRun.some((limit) => limit.average !== null);
  return {
    centre,
    byX: byRun
      .flatMap(({ number, ...limit }) => {
        const x = places(number);
        return x === null ? [] : [{ x, ...limit, isOutside: numbers.has(number) }];
      })
      .sort((one, other) => one.x - other.x),
    outside: hasAverage ? new Set() : numbers,
  };
}

function marksOf({ marks }: Trend, places: Places): PlotMark[] {
  return [...Map.groupBy(marks, (mark) => mark.runNumber)].flatMap(([number, own]) => {
    const x = places(number);
    return x === null ? [] : [{ x, label: own.map((mark) => mark.label).join(", ") }];
  });
}

/** The level of an accepted run is drawn from that run on, until the one that was accepted next. */
function referencesOf(
  runs: readonly TrendRun[],
  axis: TrendAxis,
  accepted: readonly AcceptedValue[],
  formatY: (y: number) => string,
): PlotReference[] {
  const places = runs.map((run) => placeOf(run, axis));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const place = (one: AcceptedValue) => (axis === "run" ? one.number : one.finishedAt.getTime());
  const inOrder = accepted.toSorted((one, other) => one.approvedAt.getTime() - other.approvedAt.getTime());
  return inOrder.flatMap((one, index) => {
    const next = inOrder[index + 1];
    const from = Math.max(first, place(one));
    const to = next === undefined ? last : Math.min(last, place(next));
    if (one.value === null || from > last || (next !== undefined && to <= from)) return [];
    const label = `accepted: run ${one.number}, ${formatY(one.value)}`;
    return [{ from, to, value: one.value, label }];
  });
}

function changeOf({ focus }: Trend, places: Places): readonly [number, number] | null {
  if (focus?.analysis.result.kind !== "charted") return null;
  const { level, pValues } = focus.analysis.result.change;
  if (pValues.level >= surprising) return null;
  const [before, after] = [places(level.lastBefore), places(level.firstAfter)];
  return before === null || after === null ? null : [before, after];
}
