import { isId } from "#lib/ids/is-id.ts";
import { type RunStateGroup, runStateGroups } from "./run-state.ts";

export const runSorts = ["number", "passRate", "latency", "cost", "duration"] as const;
export type RunSort = (typeof runSorts)[number];
export type SortDirection = "ascending" | "descending";

export type RunListParams = {
  search: string;
  datasetId: string | null;
  modelId: string | null;
  experimentId: string | null;
  states: RunStateGroup[];
  sort: RunSort;
  direction: SortDirection;
};

export const runSortParams = runSorts.flatMap((sort) => [`${sort}.asc`, `${sort}.desc`] as const);
const newestFirst = "number.desc";

/** The address of a list of runs: ?q=naive&dataset=<id>&model=<id>&experiment=<id>&state=running&sort=passRate.desc. */
export function runListParams(query: URLSearchParams): RunListParams {
  const sort = runSortParams.find((known) => known === query.get("sort")) ?? newestFirst;
  return {
    search: (query.get("q") ?? "").slice(0, 200),
    datasetId: idOf(query.get("dataset")),
    modelId: idOf(query.get("model")),
    experimentId: idOf(query.get("experiment")),
    states: runStateGroups.filter((group) => query.getAll("state").includes(group)),
    sort: runSorts.find((name) => sort.startsWith(`${name}.`)) ?? "number",
    direction: sort.endsWith(".asc") ? "ascending" : "descending",
  };
}

/** What `runListParams` reads back; the order is fixed, so that equal lists have equal addresses. */
export function runListQuery(params: Partial<RunListParams>): string {
  const query = new URLSearchParams();
  if (params.search) query.set("q", params.search);
  if (params.datasetId) query.set("dataset", params.datasetId);
  if (params.modelId) query.set("model", params.modelId);
  if (params.experimentId) query.set("experiment", params.experimentId);
  for (const group of runStateGroups) if (params.states?.includes(group)) query.append("state", group);
  const sort = `${params.sort ?? "number"}.${params.direction === "ascending" ? "asc" : "desc"}`;
  if (sort !== newestFirst) query.set("sort", sort);
  return query.toString();
}

function idOf(text: string | null): string | null {
  return isId(text) ? text : null;
}
