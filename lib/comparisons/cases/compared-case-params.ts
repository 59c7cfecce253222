import { type Bucket, buckets } from "../rules/bucket.ts";

/** `change.asc` is what got worse first; `case` follows the order of the dataset. */
export const comparedCaseSorts = [
  "change.asc",
  "change.desc",
  "case.asc",
  "case.desc",
  "key.asc",
  "key.desc",
] as const;
export type ComparedCaseSort = (typeof comparedCaseSorts)[number];
export const usualSort: ComparedCaseSort = "change.asc";

/** A bucket, or the critical cases that newly fail. */
export const shownKinds = [...buckets, "critical"] as const;
export type ShownKind = Bucket | "critical";

/** Runs that one comparison can hold. */
export const mostRuns = 10;

/** Which cases of a comparison are meant: what a list, its neighbours and its export have in common. */
export type ComparedCaseFilter = {
  /** The baseline first. */
  runIds: string[];
  /** The candidate that buckets, matrices and slices are about; null is the first after the baseline. */
  againstId: string | null;
  /** Judged by this grader version instead of the attempts' verdicts. */
  graderVersionId: string | null;
  show: ShownKind | null;
  /** `passed.failed`: state in the baseline and in the candidate. */
  cell: string | null;
  /** The same of failure modes. */
  modes: string | null;
  /** Cases on which this run alone is right. */
  soleId: string | null;
  /** `tag:billing` */
  slice: string | null;
  search: string;
};

export type ComparedCaseParams = ComparedCaseFilter & { sort: ComparedCaseSort };

/** The address of a list of compared cases: ?runs=a,b&show=regressed&q=refund&sort=key.desc. What it does not know is left out. */
export function comparedCaseParams(query: URLSearchParams): ComparedCaseParams {
  const text = (name: string) => query.get(name)?.slice(0, 400) || null;
  return {
    runIds: runIdsOf(query),
    againstId: text("against"),
    graderVersionId: text("grader"),
    show: shownKinds.find((known) => known === query.get("show")) ?? null,
    cell: text("cell"),
    modes: text("modes"),
    soleId: text("sole"),
    slice: text("slice"),
    search: text("q") ?? "",
    sort: comparedCaseSorts.find((known) => known === query.get("sort")) ?? usualSort,
  };
}

/** The runs of an address, each once, the baseline first. */
export function runIdsOf(query: URLSearchParams): string[] {
  const ids = (query.get("runs") ?? "").split(",").filter((id) => id !== "");
  return [...new Set(ids)].slice(0, mostRuns);
}

/** What `comparedCaseParams` reads back; the order is fixed, so that equal lists have equal addresses. */
export function comparedCaseQuery(params: ComparedCaseParams): string {
  const query = new URLSearchParams({ runs: params.runIds.join(",") });
  const set = (name: string, value: string | null) => {
    if (value) query.set(name, value);
  };
  set("against", params.againstId);
  set("grader", params.graderVersionId);
  set("show", params.show);
  set("cell", params.cell);
  set("modes", params.modes);
  set("sole", params.soleId);
  set("slice", params.slice);
  set("q", params.search);
  set("sort", params.sort === usualSort ? null : params.sort);
  return query.toString();
}
