import { placesOf } from "#lib/outcomes/case-places.ts";
import type { RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import { pairedDifference } from "#lib/stats/paired/paired-difference.ts";
import { meansByCase } from "./figures.ts";

type Costs = Pick<RunOutcomes, "caseNumbers" | "repetitions" | "costMicroUsd">;

/** Micro-dollars per 1,000 requests. */
export type CostDifference = { difference: number; lower: number; upper: number; n: number };

/**
 * Mean cost of a request of the first minus that of the second, times 1,000: the paired t interval over the cases whose cost is known in
 * both. Null with fewer than two such cases.
 */
export function costDifference(first: Costs, second: Costs): CostDifference | null {
  const [ofFirst, ofSecond] = [first, second].map((one) => meansByCase(one.costMicroUsd, one.repetitions));
  const places = placesOf(first.caseNumbers, second.caseNumbers);
  const pairs = Array.from(places, (place, at) => [
    ofFirst?.[at] ?? Number.NaN,
    ofSecond?.[place] ?? Number.NaN,
  ]);
  const known = pairs.filter(([one = Number.NaN, other = Number.NaN]) => !Number.isNaN(one + other));
  const result = pairedDifference(
    known.map(([one = 0]) => one),
    known.map(([, other = 0]) => other),
  );
  if (result === null) return null;
  const { difference, lower, upper } = result;
  return { difference: 1000 * difference, lower: 1000 * lower, upper: 1000 * upper, n: known.length };
}
