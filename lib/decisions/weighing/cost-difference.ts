import { placesOf } from "#lib/outcomes/case-places.ts";
import { caseMeans } from "#lib/outcomes/pair-cases.ts";
import type { RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import { pearson } from "#lib/stats/correlation/pearson.ts";
import { pairedMean } from "#lib/stats/paired/paired-mean.ts";
import { meansByCase } from "./figures.ts";

type Costs = Pick<RunOutcomes, "caseNumbers" | "repetitions" | "costMicroUsd">;
type Judged = Costs & RunOutcomes;

/** Micro-dollars per 1,000 requests. */
export type CostDifference = { difference: number; lower: number; upper: number; n: number };

/**
 * Mean cost of a request of the first minus that of the second, times 1,000: the paired t interval over the cases whose cost is known in
 * both. Null with fewer than two such cases.
 */
export function costDifference(first: Costs, second: Costs): CostDifference | null {
  const differences = differencesOf(first, second).filter((value) => !Number.isNaN(value));
  const result = pairedMean(differences);
  if (result === null) return null;
  const { difference, lower, upper, n } = result;
  return { difference: 1000 * difference, lower: 1000 * lower, upper: 1000 * upper, n };
}

/**
 * How the difference in cost goes with the difference in quality over the cases: both first minus second. 0 where one of them is the
 * same in every case, so that it moves with nothing.
 */
export function costCorrelation(first: Judged, second: Judged): number {
  const costs = differencesOf(first, second);
  const [ofFirst, ofSecond] = [first, second].map((one) => caseMeans(one, null, "verdict"));
  const places = placesOf(first.caseNumbers, second.caseNumbers);
  const pairs = Array.from(places, (place, at): [number, number] => [
    (ofFirst?.[at] ?? Number.NaN) - (ofSecond?.[place] ?? Number.NaN),
    costs[at] ?? Number.NaN,
  ]).filter(([quality, cost]) => !Number.isNaN(quality + cost));
  const found = pearson(
    pairs.map(([quality]) => quality),
    pairs.map(([, cost]) => cost),
  );
  return found ?? 0;
}

/** In the order of the first run's cases; NaN where the cost is unknown in one of them. */
function differencesOf(first: Costs, second: Costs): Float64Array {
  const [ofFirst, ofSecond] = [first, second].map((one) => meansByCase(one.costMicroUsd, one.repetitions));
  const places = placesOf(first.caseNumbers, second.caseNumbers);
  return Float64Array.from(
    places,
    (place, at) => (ofFirst?.[at] ?? Number.NaN) - (ofSecond?.[place] ?? Number.NaN),
  );
}
