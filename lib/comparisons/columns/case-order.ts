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
  const { codes, critical } = by;
  const before = by.baseline.rates;
  const { rates, states } = by.candidate;
  const keys = new Float64Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const gain = (rates[place] ?? 0) - (before[place] ?? 0);
    const step = Number.isNaN(gain) ? dropSteps : Math.round((gain + 1) * dropSteps);
    const kind = critical[place] === 1 ? 0 : rank(codes[place] ?? noBucket, states[place]);
    keys[index] = (kind * 4 * dropSteps + step) * placeRoom + place;
  }
  keys.sort();
  const ordered = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) ordered[index] = (keys[index] ?? 0) % placeRoom;
  return ordered;
}

function rank(code: number, state: number | undefined): number {
  const found = ranks[code] ?? elsewhere;
  return found === rankOf.same && state === stateCodes.passed ? found + 1 : found;
}
