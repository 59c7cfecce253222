import type { TrendPoint, TrendSeries } from "../trend-line.tsx";

export type TrendRow = {
  x: number;
  points: Record<string, TrendPoint>;
  /** Interval per series, where both ends are known. */
  bands: Record<string, [number, number]>;
};

/** One row per distinct x, in rising order, holding the point of every series that has one there. */
export function trendRows(series: readonly TrendSeries[]): TrendRow[] {
  const rows = new Map<number, TrendRow>();
  for (const { id, points } of series) {
    for (const point of points) {
      if (!Number.isFinite(point.x)) continue;
      const row = rows.get(point.x) ?? { x: point.x, points: {}, bands: {} };
      row.points[id] = point;
      if (isNumber(point.low) && isNumber(point.high)) row.bands[id] = [point.low, point.high];
      rows.set(point.x, row);
    }
  }
  return [...rows.values()].sort((left, right) => left.x - right.x);
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
