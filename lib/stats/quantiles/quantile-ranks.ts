import { binomialQuantile } from "../distributions/binomial-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";

export type QuantileRanks = {
  /** From 1; 0 where the lower limit lies outside the sample. */
  lowerRank: number;
  /** `total + 1` where the upper limit lies outside the sample. */
  upperRank: number;
};

/**
 * Which of `total` sorted values are the limits of the interval of a quantile, right for any distribution: ranks B(α/2; n, p) and
 * B(1 - α/2; n, p) + 1, B the binomial quantile.
 *
 * Source: Conover 1999, Practical Nonparametric Statistics, section 3.2.
 * @throws RangeError unless total is a count, and p and confidence lie strictly between 0 and 1.
 */
export function quantileRanks(total: number, p: number, confidence = 0.95): QuantileRanks {
  requireCount(total, "total");
  requireOpenUnit(p, "p");
  requireOpenUnit(confidence, "confidence");
  return {
    lowerRank: binomialQuantile((1 - confidence) / 2, total, p),
    upperRank: binomialQuantile((1 + confidence) / 2, total, p) + 1,
  };
}
