import type { TrendRun } from "../trend-run.ts";

export const trendSortColumns = [
  "number",
  "finished",
  "pass-rate",
  "errors",
  "latency-p50",
  "latency",
  "cost",
] as const;
export type TrendSortColumn = (typeof trendSortColumns)[number];

export type TrendTableView = {
  search: string;
  sort: { column: string; direction: "asc" | "desc" } | null;
};

/** The rows of the table as searched and sorted: what the page shows and what is exported. */
export function viewTrendRuns(runs: readonly TrendRun[], { search, sort }: TrendTableView): TrendRun[] {
  const words = search.trim().toLowerCase();
  return sortTrendRuns(
    runs.filter((run) =>
      `run ${run.number} ${run.model.name} v${run.model.versionNumber}`.toLowerCase().includes(words),
    ),
    sort,
  );
}

/** What has no value comes last in both directions. Without a sort, the newest first. */
function sortTrendRuns(runs: readonly TrendRun[], sort: TrendTableView["sort"]): TrendRun[] {
  const column = trendSortColumns.find((known) => known === sort?.column) ?? "finished";
  const sign = sort?.direction === "asc" ? 1 : -1;
  return runs.toSorted((one, other) => {
    const [left, right] = [placeOf(one, column), placeOf(other, column)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right) || other.number - one.number;
  });
}

function placeOf(run: TrendRun, column: TrendSortColumn): number | null {
  switch (column) {
    case "number":
      return run.number;
    case "pass-rate":
      return run.passRate?.estimate ?? null;
    case "errors":
      return run.errored;
    case "latency-p50":
      return run.latencyP50Ms;
    case "latency":
      return run.latencyP95Ms;
    case "cost":
      return run.costMicroUsd;
    case "finished":
      return run.finishedAt.getTime();
  }
}
