import { type Split, splits } from "../split.ts";
import type { CaseFilterInput } from "./case-filter.ts";

export const caseSorts = ["position.asc", "position.desc", "key.asc", "key.desc"] as const;

export type CaseListParams = CaseFilterInput & {
  splits: Split[];
  tags: string[];
  search: string;
  sort: "position" | "key";
  direction: "ascending" | "descending";
};

/** The address of a list of cases: ?q=refund&split=held_out&tag=hard&show=changed&version=3&sort=key.desc. What it does not know is left out. */
export function caseListParams(query: URLSearchParams): CaseListParams {
  const show = query.get("show");
  const version = query.get("version") ?? "";
  const sort = caseSorts.find((known) => known === query.get("sort")) ?? "position.asc";
  return {
    search: (query.get("q") ?? "").slice(0, 400),
    splits: splits.filter((split) => listOf(query, "split").includes(split)),
    tags: listOf(query, "tag").slice(0, 20),
    show: show === "changed" || show === "archived" ? show : "all",
    version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : null,
    sort: sort.startsWith("key") ? "key" : "position",
    direction: sort.endsWith("desc") ? "descending" : "ascending",
  };
}

/** What `caseListParams` reads back; the order is fixed, so that equal lists have equal addresses. */
export function caseListQuery(params: Partial<CaseListParams>): string {
  const query = new URLSearchParams();
  if (params.version) query.set("version", String(params.version));
  if (params.search) query.set("q", params.search);
  for (const split of splits) if (params.splits?.includes(split)) query.append("split", split);
  for (const tag of params.tags ?? []) query.append("tag", tag);
  if (params.show && params.show !== "all") query.set("show", params.show);
  const sort = `${params.sort ?? "position"}.${params.direction === "descending" ? "desc" : "asc"}`;
  if (sort !== "position.asc") query.set("sort", sort);
  return query.toString();
}

/** Each value in a parameter of its own, because a tag may contain any separator. */
function listOf(query: URLSearchParams, name: string): string[] {
  return [...new Set(query.getAll(name))].filter((value) => value !== "" && value.length <= 100);
}
