import { buckets, noBucket } from "../rules/bucket.ts";
import { stateCodes } from "../rules/case-state.ts";

export type OrderedBy = {
  codes: Uint8Array;
  /** Of baseline and candidate, by place. */
  baseline: { rates: Float64Array };
  candidate: { rates: Float64Array; states: Uint8Array };
  /** 1 for a critical case that newly fails. */
  critical: Uint8Array;
};

const rankOf: Record<(typeof buckets)[number], number> = {
  regressed: 1,
  errored: 2,
  missing: 3,
  unscored: 4,
  changed: 5,
  unpaired: 6,
  same: 7,
  fixed: 9,
};
const elsewhere = 10;
const ranks = buckets.map((bucket) => rankOf[bucket]);
// Places stay below 2^20 = 1,048,576 cases, and a number holds 53 bits: rank and drop have 33 of them.
const placeRoom = 2 ** 20;
const dropSteps = 1000;

/**
 * Places of the cases, what got worse first: critical cases that newly fail, regressed cases by how much they lost, what has no verdict,
 * cases that fail in both, and at the end those that pass in both and those that were fixed. Cases of one kind keep their order.
 */
export function worstFirst(places: Int32Array, by: OrderedBy): Int32Array {
  const keys = new Float64Array(places.length);
  for (const [index, place] of places.entries()) keys[index] = sortKey(place, by) * placeRoom + place;
  keys.sort();
  return Int32Array.from(keys, (key) => key % placeRoom);
}

function sortKey(place: number, { codes, baseline, candidate, critical }: OrderedBy): number {
  const code = codes[place] ?? noBucket;
  const gain = (candidate.rates[place] ?? 0) - (baseline.rates[place] ?? 0);
  const step = Number.isNaN(gain) ? dropSteps : Math.round((gain + 1) * dropSteps);
  return rank(code, candidate.states[place], critical[place] === 1) * 4 * dropSteps + step;
}

function rank(code: number, state: number | undefined, isCritical: boolean): number {
  if (isCritical) return 0;
  const found = ranks[code] ?? elsewhere;
  return found === rankOf.same && state === stateCodes.passed ? found + 1 : found;
}
