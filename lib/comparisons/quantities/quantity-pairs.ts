import { placesOf } from "#lib/outcomes/case-places.ts";
import type { RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import type { Side } from "../load-compared.ts";
import type { MeasuredQuantity } from "./distribution.ts";

/** One value of each case in the baseline and in the candidate, its cluster, and how many shared cases have none. */
export type QuantityPairs = {
  first: Float64Array;
  second: Float64Array;
  clusters: Int32Array;
  leftOut: number;
};

/** For each case of the candidate: its place in the baseline, -1 where it has none or asks something else, and its cluster. */
export type SharedCases = { places: Int32Array; clusters: Int32Array; changed: number };

export function sharedCases(baseline: Side, { outcomes, version, changed }: Side): SharedCases {
  const { caseNumbers } = outcomes;
  const places = placesOf(caseNumbers, baseline.outcomes.caseNumbers);
  const clusters = placesOf(caseNumbers, version.caseNumbers);
  let left = 0;
  for (let at = 0; at < places.length; at += 1) {
    clusters[at] = version.clusters[clusters[at] ?? -1] ?? -1;
    if ((places[at] ?? -1) < 0 || changed.size === 0 || !changed.has(caseNumbers[at] ?? -1)) continue;
    places[at] = -1;
    left += 1;
  }
  return { places, clusters, changed: left };
}

/** The cases with a known value in both runs, each once: latencies as mean logarithms over the attempts, costs as means. */
export function quantityPairs(
  quantity: MeasuredQuantity,
  { places, clusters: clusterAt, changed }: SharedCases,
  baseline: Side,
  { outcomes }: Side,
): QuantityPairs {
  const [before, after] = [byCase(quantity, baseline.outcomes), byCase(quantity, outcomes)];
  const first = new Float64Array(places.length);
  const second = new Float64Array(places.length);
  const clusters = new Int32Array(places.length);
  let n = 0;
  let leftOut = changed;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? -1;
    if (place < 0) continue;
    const one = before[place] ?? Number.NaN;
    const other = after[at] ?? Number.NaN;
    if (!Number.isFinite(one + other)) {
      leftOut += 1;
      continue;
    }
    first[n] = one;
    second[n] = other;
    clusters[n] = clusterAt[at] ?? -1;
    n += 1;
  }
  return {
    first: first.subarray(0, n),
    second: second.subarray(0, n),
    clusters: clusters.subarray(0, n),
    leftOut,
  };
}

const means: Record<MeasuredQuantity, WeakMap<Float64Array, Float64Array>> = {
  latencyMs: new WeakMap(),
  costMicroUsd: new WeakMap(),
};

/** Of a column, once; NaN for a case of which no attempt has a value. */
function byCase(quantity: MeasuredQuantity, outcomes: RunOutcomes): Float64Array {
  const column = outcomes[quantity];
  const known = means[quantity].get(column);
  if (known !== undefined) return known;
  const { repetitions } = outcomes;
  const made = new Float64Array(column.length / repetitions);
  for (let place = 0, at = 0; place < made.length; place += 1) {
    let sum = 0;
    let count = 0;
    for (let end = at + repetitions; at < end; at += 1) {
      const value = column[at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += quantity === "latencyMs" ? Math.log(value) : value;
      count += 1;
    }
    made[place] = sum / count;
  }
  means[quantity].set(column, made);
  return made;
}
