"use client";

import {
  parseAsBoolean,
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { caseListQuery, caseSorts } from "#lib/datasets/cases/case-list-params.ts";
import { splits } from "#lib/datasets/split.ts";

const shows = ["all", "changed", "archived"] as const;

/** Everything about the view that an address carries. */
export function useCaseAddress() {
  const [address, setAddress] = useQueryStates({
    q: parseAsString.withDefault(""),
    split: parseAsNativeArrayOf(parseAsStringLiteral(splits)),
    tag: parseAsNativeArrayOf(parseAsString),
    show: parseAsStringLiteral(shows).withDefault("all"),
    version: parseAsInteger,
    sort: parseAsStringLiteral(caseSorts).withDefault("position.asc"),
    case: parseAsString,
    add: parseAsBoolean.withDefault(false),
  });
  const query = caseListQuery({
    search: address.q,
    splits: address.split,
    tags: address.tag,
    show: address.show,
    version: address.version,
    sort: address.sort.startsWith("key") ? "key" : "position",
    direction: address.sort.endsWith("desc") ? "descending" : "ascending",
  });
  return { address, setAddress, query };
}

export type CaseAddress = ReturnType<typeof useCaseAddress>;
