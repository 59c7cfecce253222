import type { AttemptOrder } from "#lib/runs/attempts/attempt-filter.ts";
import type { AttemptView } from "#lib/runs/attempts/attempt-views.ts";
import { outcomeCodes, type RunOutcomes } from "../run-outcomes.ts";

/** Codes that an attempt must have: its own verdict's, and one of a grader's in each further column. */
export type PlaceFilter = {
  view: AttemptView;
  graders: readonly { verdicts: Uint8Array; code: number }[];
  /** 1 for each case, by its place in `caseNumbers`, that may be shown; null shows all. */
  cases: Uint8Array | null;
  /** 1 for each attempt that may be shown; null shows all. */
  attempts: Uint8Array | null;
  /** One place for each case: its first attempt that is shown. */
  firstOfCase: boolean;
};

const { passed, failed, unscored, errored } = outcomeCodes;
const codesOfView: Readonly<Record<AttemptView, readonly number[]>> = {
  all: [passed, failed, unscored, errored],
  scored: [passed, failed],
  passed: [passed],
  failed: [failed],
  unscored: [unscored],
  errored: [errored],
};

/** The places in `outcomes.verdicts` of the attempts that a list shows, in its order; some milliseconds for 100,000. */
export function listedPlaces(outcomes: RunOutcomes, filter: PlaceFilter, order: AttemptOrder): Int32Array {
  const { verdicts, repetitions } = outcomes;
  const isShown = new Uint8Array(256);
  for (const code of codesOfView[filter.view]) isShown[code] = 1;
  const shown = new Uint8Array(verdicts.length);
  let count = 0;
  let caseBefore = -1;
  for (let place = 0; place < verdicts.length; place += 1) {
    if (isShown[verdicts[place] ?? 0] !== 1) continue;
    const at = repetitions === 1 ? place : Math.floor(place / repetitions);
    if (filter.cases !== null && filter.cases[at] !== 1) continue;
    if (filter.attempts !== null && filter.attempts[place] !== 1) continue;
    if (filter.graders.some((grader) => grader.verdicts[place] !== grader.code)) continue;
    if (filter.firstOfCase && at === caseBefore) continue;
    caseBefore = at;
    shown[place] = 1;
    count += 1;
  }
  return inOrder(shown, count, orderedPlaces(outcomes, order));
}

function inOrder(shown: Uint8Array, count: number, places: Int32Array): Int32Array {
  const listed = new Int32Array(count);
  let at = 0;
  for (const place of places) {
    if (shown[place] !== 1) continue;
    listed[at] = place;
    at += 1;
  }
  return listed;
}

const remembered = new WeakMap<RunOutcomes, Map<string, Int32Array>>();

/** Every place in the order of a list. Sorted once for the columns of a run, which never change. */
function orderedPlaces(outcomes: RunOutcomes, { sort, direction }: AttemptOrder): Int32Array {
  const orders = remembered.get(outcomes) ?? new Map<string, Int32Array>();
  remembered.set(outcomes, orders);
  const key = `${sort} ${direction}`;
  const known = orders.get(key);
  if (known !== undefined) return known;
  const places =
    direction === "ascending"
      ? sortedPlaces(outcomes, sort)
      : turned(outcomes, sort, orderedPlaces(outcomes, { sort, direction: "ascending" }));
  orders.set(key, places);
  return places;
}

/** Ascending by value, those without one last; equal ones by their place. */
function sortedPlaces(outcomes: RunOutcomes, sort: AttemptOrder["sort"]): Int32Array {
  const places = new Int32Array(outcomes.verdicts.length);
  for (let place = 0; place < places.length; place += 1) places[place] = place;
  const values = valuesOf(outcomes, sort);
  if (values === null) return places;
  const valueAt = (place: number) => {
    const value = values[place] ?? Number.NaN;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  // Equal values differ by 0 and two infinities by NaN: then the places decide.
  return places.sort((one, other) => valueAt(one) - valueAt(other) || one - other);
}

/** Descending: what has no value comes last in this direction too. */
function turned(outcomes: RunOutcomes, sort: AttemptOrder["sort"], ascending: Int32Array): Int32Array {
  const values = valuesOf(outcomes, sort);
  if (values === null) return ascending.toReversed();
  const missing = ascending.findIndex((place) => Number.isNaN(values[place] ?? Number.NaN));
  const known = missing < 0 ? ascending.length : missing;
  const descending = new Int32Array(ascending.length);
  descending.set(ascending.subarray(0, known).toReversed());
  descending.set(ascending.subarray(known).toReversed(), known);
  return descending;
}

function valuesOf(outcomes: RunOutcomes, sort: AttemptOrder["sort"]): Float64Array | null {
  switch (sort) {
    case "position":
      return null;
    case "latency":
      return outcomes.latencyMs;
    case "cost":
      return outcomes.costMicroUsd;
  }
}
