"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { comparedCaseQuery, comparedCaseSorts } from "#lib/comparisons/cases/compared-case-params.ts";
import { buckets } from "#lib/comparisons/rules/bucket.ts";

export const pairings = ["a-b", "expected-a", "expected-b"] as const;
export type Pairing = (typeof pairings)[number];

export const viewModes = ["auto", "words", "json", "markdown", "raw"] as const;

/** Everything about the view of two runs that an address carries. */
export function useComparisonAddress(pair: { baselineId: string; candidateId: string }) {
  const [address, setAddress] = useQueryStates({
    show: parseAsStringLiteral(buckets),
    grader: parseAsString,
    q: parseAsString.withDefault(""),
    sort: parseAsStringLiteral(comparedCaseSorts).withDefault("position.asc"),
    case: parseAsString,
    between: parseAsStringLiteral(pairings).withDefault("a-b"),
    mode: parseAsStringLiteral(viewModes).withDefault("auto"),
  });
  const query = comparedCaseQuery({
    ...pair,
    bucket: address.show,
    graderVersionId: address.grader,
    search: address.q,
    sort: address.sort,
  });
  return { address, setAddress, query };
}

export type ComparisonAddress = ReturnType<typeof useComparisonAddress>;
