import { requireFinite } from "../guards/require-finite.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { quantile } from "../quantile.ts";
import { quantileRanks } from "./quantile-ranks.ts";

export type QuantileInterval = {
  estimate: number;
  /** Null: not estimable, because that limit lies outside the sample, as the upper limit of p95 does with 20 values. */
  lower: number | null;
  upper: number | null;
  /** Ranks of the limits from 1; 0 or total + 1 where there is none. */
  lowerRank: number;
  upperRank: number;
  total: number;
};

/**
 * A quantile such as p50 or p95 latency with an interval of two order statistics, right for any distribution: ranks
 * B(α/2; n, p) and B(1 - α/2; n, p) + 1 of the sorted values, B the binomial quantile. Null without values.
 *
 * Source: Conover 1999, Practical Nonparametric Statistics, section 3.2.
 * @throws RangeError when a value is not finite, or p or confidence is not strictly between 0 and 1.
 */
export function quantileInterval(
  values: readonly number[],
  p: number,
  confidence = 0.95,
): QuantileInterval | null {
  requireFinite(values, "values");
  return sortedQuantileInterval(Float64Array.from(values).sort(), p, confidence);
}

/**
 * The same of values that are sorted already and known to be finite: nothing is looked at but the ranks that count.
 *
 * @throws RangeError when p or confidence is not strictly between 0 and 1.
 */
export function sortedQuantileInterval(
  sorted: Float64Array,
  p: number,
  confidence = 0.95,
): QuantileInterval | null {
  requireOpenUnit(p, "p");
  requireOpenUnit(confidence, "confidence");
  if (sorted.length === 0) return null;
  // The two values around the quantile are all that it is interpolated from.
  const below = Math.floor((sorted.length - 1) * p);
  const share = (sorted.length - 1) * p - below;
  const estimate = quantile([...sorted.subarray(below, below + 2)], share);
  if (estimate === null) return null;
  const { lowerRank, upperRank } = quantileRanks(sorted.length, p, confidence);
  return {
    estimate,
    lower: sorted[lowerRank - 1] ?? null,
    upper: sorted[upperRank - 1] ?? null,
    lowerRank,
    upperRank,
    total: sorted.length,
  };
}
