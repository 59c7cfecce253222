"use client";

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { attemptListParams, attemptListQuery, sortParams } from "#lib/runs/attempts/attempt-list-params.ts";
import { attemptRows, attemptViews, labelStates, stabilities } from "#lib/runs/attempts/attempt-views.ts";
import { diffModes } from "../diff/diff-mode.ts";

/** Everything about a run's list of cases that an address carries. */
export function useAttemptAddress() {
  const [address, setAddress] = useQueryStates({
    // Kept where it is the usual one: without it, a page opens on what there is.
    view: parseAsStringLiteral(attemptViews).withDefault("failed").withOptions({ clearOnDefault: false }),
    q: parseAsString.withDefault(""),
    failedBy: parseAsString,
    unscoredBy: parseAsString,
    slice: parseAsString,
    value: parseAsString,
    expected: parseAsString,
    actual: parseAsString,
    sort: parseAsStringLiteral(sortParams).withDefault("position.asc"),
    case: parseAsString,
    stability: parseAsStringLiteral(stabilities),
    labels: parseAsStringLiteral(labelStates),
    rows: parseAsStringLiteral(attemptRows).withDefault("attempt"),
    finish: parseAsString,
    error: parseAsString,
    repetition: parseAsInteger.withDefault(1),
    mode: parseAsStringLiteral(diffModes),
  });
  const { sort, direction } = attemptListParams(new URLSearchParams({ sort: address.sort }));
  const {
    view,
    q: search,
    failedBy,
    unscoredBy,
    slice,
    value,
    expected,
    actual,
    stability,
    labels,
    finish,
    error,
    rows,
  } = address;
  const filter = {
    ...{ view, search, failedBy, unscoredBy, slice, value },
    ...{ expected, actual, stability, labels, finish, error, rows },
  };
  return { address, setAddress, query: attemptListQuery({ ...filter, sort, direction }) };
}

export type AttemptAddress = ReturnType<typeof useAttemptAddress>;

/** Takes every filter but the view off. */
export const noFilters = {
  q: null,
  failedBy: null,
  unscoredBy: null,
  slice: null,
  value: null,
  expected: null,
  actual: null,
  stability: null,
  labels: null,
  finish: null,
  error: null,
};
