import { niceTicks } from "../scale/nice-ticks.ts";
import type { PlotLimits, PlotLine, PlotReference } from "./plot-types.ts";

export type PlotFrame = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (value: number) => number;
  y: (value: number) => number;
  xTicks: number[];
  yTicks: number[];
  /** Distinct places of points, rising. */
  columns: number[];
};

export type FrameInput = {
  lines: readonly PlotLine[];
  limits: PlotLimits | null;
  references: readonly PlotReference[];
  width: number;
  height: number;
  /** Values that the axis never goes beyond: 0 and 1 for shares. */
  bounds: readonly [number, number];
  /** Whole numbers along the axis: runs or versions. */
  whole: boolean;
};

const margin = { left: 58, right: 14, top: 26, bottom: 26 };
const padding = 14;
const tickWidth = 110;

/** Scales and ticks of a plot: y from what points, intervals, limits and references need. */
export function plotFrame({
  lines,
  limits,
  references,
  width,
  height,
  bounds,
  whole,
}: FrameInput): PlotFrame {
  const columns = [...new Set(lines.flatMap((line) => line.points.map((point) => point.x)))].sort(
    (one, other) => one - other,
  );
  const first = columns[0] ?? 0;
  const last = columns.at(-1) ?? 1;
  const [left, right] = [margin.left, Math.max(margin.left + 2 * padding + 1, width - margin.right)];
  const [top, bottom] = [margin.top, height - margin.bottom];
  const yTicks = boundedTicks(valuesOf(lines, limits, references), bounds);
  const low = yTicks[0] ?? 0;
  const high = yTicks.at(-1) ?? 1;
  const inner = right - left - 2 * padding;
  const x = (value: number) =>
    last > first ? left + padding + ((value - first) / (last - first)) * inner : left + padding + inner / 2;
  const y = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  const wanted = Math.max(2, Math.floor((right - left) / tickWidth));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x,
    y,
    yTicks,
    columns,
    xTicks: whole ? wholeTicks(first, last, wanted) : evenTicks(first, last, wanted),
  };
}

function valuesOf(
  lines: readonly PlotLine[],
  limits: PlotLimits | null,
  references: readonly PlotReference[],
): number[] {
  return [
    ...lines.flatMap((line) => line.points.flatMap(({ y, low, high }) => [y, low, high])),
    ...(limits?.byX.flatMap(({ lower, upper }) => [lower, upper]) ?? []),
    ...references.map((reference) => reference.value),
  ].filter((value): value is number => value !== null && Number.isFinite(value));
}

function boundedTicks(values: readonly number[], [lowest, highest]: readonly [number, number]): number[] {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const ticks = niceTicks(low, high, 5).filter((tick) => tick >= lowest && tick <= highest);
  return ticks.length >= 2 ? ticks : niceTicks(Math.max(lowest, low - 1), Math.min(highest, high + 1), 5);
}

function wholeTicks(first: number, last: number, wanted: number): number[] {
  const ticks = niceTicks(first, last, wanted).filter(
    (tick) => Number.isInteger(tick) && tick >= first && tick <= last,
  );
  return ticks.length > 0 ? ticks : [first];
}

function evenTicks(first: number, last: number, wanted: number): number[] {
  if (last <= first) return [first];
  return Array.from({ length: wanted }, (_, index) => first + ((last - first) * index) / (wanted - 1));
}

/** The column nearest to a place in px; null without columns. */
export function nearestColumn(frame: PlotFrame, px: number): number | null {
  let nearest: number | null = null;
  for (const column of frame.columns) {
    if (nearest === null || Math.abs(frame.x(column) - px) < Math.abs(frame.x(nearest) - px))
      nearest = column;
  }
  return nearest;
}
