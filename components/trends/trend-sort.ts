import type { Sort } from "#components/table/data-column.ts";
import type { TrendRun } from "#lib/trends/trend-run.ts";

export const trendSortColumns = ["number", "finished", "pass-rate", "latency", "cost"] as const;

/** Sorted by a column; what has no value comes last in both directions. Without a sort, the newest first. */
export function sortTrendRuns(runs: readonly TrendRun[], sort: Sort | null): TrendRun[] {
  const column = sort?.column ?? "finished";
  const sign = sort?.direction === "asc" ? 1 : -1;
  return runs.toSorted((one, other) => {
    const [left, right] = [placeOf(one, column), placeOf(other, column)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right) || other.number - one.number;
  });
}

function placeOf(run: TrendRun, column: string): number | null {
  switch (column) {
    case "number":
      return run.number;
    case "pass-rate":
      return run.passRate?.estimate ?? null;
    case "latency":
      return run.latencyP95Ms;
    case "cost":
      return run.costMicroUsd;
    default:
      return run.finishedAt.getTime();
  }
}
