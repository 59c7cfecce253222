import { niceTicks } from "../scale/nice-ticks.ts";

export type ForestInterval = { value: number; low: number; high: number };

/** From this many times the usual width on, an interval does not set the axis and is cut off with an arrow instead. */
const cutOffRatio = 3;

/** Round ticks that hold every point, every interval of usual width, and the lines that must be seen. */
export function forestTicks(intervals: readonly ForestInterval[], lines: readonly number[]): number[] {
  const widths = intervals.map(({ low, high }) => high - low).sort((one, other) => one - other);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  const ends = intervals.flatMap(({ value, low, high }) =>
    high - low <= cutOffRatio * usual ? [value, low, high] : [value],
  );
  const values = [...ends, ...lines, 0];
  return niceTicks(Math.min(...values), Math.max(...values), 6);
}
