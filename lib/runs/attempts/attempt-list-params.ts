import { isId } from "#lib/ids/is-id.ts";
import type { AttemptFilter, AttemptOrder } from "./attempt-filter.ts";
import {
  type AttemptSort,
  type AttemptView,
  attemptSorts,
  attemptViews,
  type LabelState,
  labelStates,
  type Stability,
  stabilities,
} from "./attempt-views.ts";

export type AttemptListParams = AttemptFilter & AttemptOrder;

export const sortParams = attemptSorts.flatMap((sort) => [`${sort}.asc`, `${sort}.desc`] as const);

const maxChars = 400;
const textNames = ["slice", "value", "expected", "actual", "finish", "error"] as const;
const idNames = ["failedBy", "unscoredBy"] as const;

/** The address of a list of attempts: ?view=errored&q=refund&slice=tag&value=hard&sort=latency.desc. What it does not know is left out. */
export function attemptListParams(query: URLSearchParams): AttemptListParams {
  const sort = sortParams.find((known) => known === query.get("sort")) ?? "position.asc";
  return {
    view: attemptViews.find((view) => view === query.get("view")) ?? "failed",
    search: (query.get("q") ?? "").slice(0, maxChars),
    failedBy: idOf(query.get("failedBy")),
    unscoredBy: idOf(query.get("unscoredBy")),
    slice: textOf(query.get("slice")),
    value: textOf(query.get("value")),
    expected: textOf(query.get("expected")),
    actual: textOf(query.get("actual")),
    stability: stabilityOf(query.get("stability")),
    finish: textOf(query.get("finish")),
    error: textOf(query.get("error")),
    labels: labelStateOf(query.get("labels")),
    rows: query.get("rows") === "case" ? "case" : null,
    sort: attemptSorts.find((name) => sort.startsWith(name)) ?? "position",
    direction: sort.endsWith("desc") ? "descending" : "ascending",
  };
}

/** What `attemptListParams` reads back; the order is fixed, so that equal lists have equal addresses. */
export function attemptListQuery(params: Partial<AttemptListParams>): string {
  const query = new URLSearchParams();
  if (params.view && params.view !== "failed") query.set("view", params.view);
  if (params.search) query.set("q", params.search);
  for (const name of idNames) if (params[name]) query.set(name, params[name]);
  for (const name of textNames) if (typeof params[name] === "string") query.set(name, params[name]);
  if (params.stability) query.set("stability", params.stability);
  if (params.labels) query.set("labels", params.labels);
  if (params.rows === "case") query.set("rows", "case");
  const sort = sortParam(params.sort ?? "position", params.direction ?? "ascending");
  if (sort !== "position.asc") query.set("sort", sort);
  return query.toString();
}

/** The address of a run's page with its list of attempts filtered so. */
export function runCasesHref(
  runId: string,
  params: Partial<AttemptListParams> & { view: AttemptView },
): string {
  const query = attemptListQuery(params);
  return `/runs/${runId}${query === "" ? "" : `?${query}`}#cases`;
}

export function sortParam(sort: AttemptSort, direction: AttemptOrder["direction"]): string {
  return `${sort}.${direction === "descending" ? "desc" : "asc"}`;
}

function textOf(text: string | null): string | null {
  return text === null || text.length > maxChars ? null : text;
}

function stabilityOf(text: string | null): Stability | null {
  return stabilities.find((stability) => stability === text) ?? null;
}

function labelStateOf(text: string | null): LabelState | null {
  return labelStates.find((state) => state === text) ?? null;
}

function idOf(text: string | null): string | null {
  return isId(text) ? text : null;
}
