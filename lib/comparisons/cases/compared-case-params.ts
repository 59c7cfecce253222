import { type Bucket, buckets } from "../rules/bucket.ts";
import type { ComparedCaseFilterInput } from "./compared-case-filter.ts";

export const comparedCaseSorts = ["position.asc", "position.desc", "key.asc", "key.desc"] as const;
export type ComparedCaseSort = (typeof comparedCaseSorts)[number];

export type ComparedCaseParams = ComparedCaseFilterInput & {
  bucket: Bucket | null;
  graderVersionId: string | null;
  search: string;
  sort: ComparedCaseSort;
};

/** The address of a list of compared cases: ?runs=a,b&show=broken&grader=...&q=refund&sort=key.desc. What it does not know is left out. */
export function comparedCaseParams(query: URLSearchParams): ComparedCaseParams {
  const [baselineId = "", candidateId = ""] = (query.get("runs") ?? "").split(",");
  return {
    baselineId,
    candidateId,
    bucket: buckets.find((known) => known === query.get("show")) ?? null,
    graderVersionId: query.get("grader") || null,
    search: (query.get("q") ?? "").slice(0, 400),
    sort: comparedCaseSorts.find((known) => known === query.get("sort")) ?? "position.asc",
  };
}

/** What `comparedCaseParams` reads back; the order is fixed, so that equal lists have equal addresses. */
export function comparedCaseQuery(params: ComparedCaseParams): string {
  const query = new URLSearchParams({ runs: `${params.baselineId},${params.candidateId}` });
  if (params.bucket) query.set("show", params.bucket);
  if (params.graderVersionId) query.set("grader", params.graderVersionId);
  if (params.search) query.set("q", params.search);
  if (params.sort !== "position.asc") query.set("sort", params.sort);
  return query.toString();
}
