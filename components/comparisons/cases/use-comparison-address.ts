"use client";

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import {
  comparedCaseQuery,
  comparedCaseSorts,
  shownKinds,
  usualSort,
} from "#lib/comparisons/cases/compared-case-params.ts";

export const viewModes = ["words", "json", "markdown", "raw"] as const;

/** For an address without anything that narrows the table of cases. */
export const withoutFilters = { show: null, cell: null, modes: null, sole: null, slice: null, q: null };

/** Everything about the view of the compared runs that an address carries. */
export function useComparisonAddress(runIds: readonly string[]) {
  const [address, setAddress] = useQueryStates({
    against: parseAsString,
    grader: parseAsString,
    show: parseAsStringLiteral(shownKinds),
    cell: parseAsString,
    modes: parseAsString,
    sole: parseAsString,
    slice: parseAsString,
    q: parseAsString.withDefault(""),
    sort: parseAsStringLiteral(comparedCaseSorts).withDefault(usualSort),
    case: parseAsString,
    attempt: parseAsInteger.withDefault(1),
    left: parseAsString,
    right: parseAsString,
    mode: parseAsStringLiteral(viewModes),
  });
  const query = comparedCaseQuery({
    runIds: [...runIds],
    againstId: address.against,
    graderVersionId: address.grader,
    show: address.show,
    cell: address.cell,
    modes: address.modes,
    soleId: address.sole,
    slice: address.slice,
    search: address.q,
    sort: address.sort,
  });
  return { address, setAddress, query };
}

export type ComparisonAddress = ReturnType<typeof useComparisonAddress>;
