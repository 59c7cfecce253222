import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";

export type SaturationIndex = {
  effectiveTotal: number;
  /** Standard error of the gap between the best and the fifth model. */
  standardError: number;
  /** The gap in standard errors. */
  range: number;
  /** exp(-range²), 0 (models far apart) to 1 (alike). */
  index: number;
  category: "very_low" | "low" | "moderate" | "high" | "very_high";
  /** The gap is within ± 1.96 standard errors. */
  similar: boolean;
};

/**
 * How closely the five best models of a suite lie together, for ranking suites by saturation. Its sample size, the number of cases
 * to the power `exponent`, is meant to be cautious, so it is no test of whether two models differ. Null with fewer than five
 * scores.
 *
 * Source: Akhtar et al. 2026, arXiv 2602.16763.
 * @throws RangeError unless every score and the exponent lie in 0..1 and cases is at least 1.
 */
export function saturationIndex(
  scores: readonly number[],
  cases: number,
  exponent = 0.5,
): SaturationIndex | null {
  scores.forEach((score, index) => {
    requireWithin(score, `scores[${index}]`, 0, 1);
  });
  requireCount(cases, "cases", 1);
  requireWithin(exponent, "exponent", 0, 1);
  const [best, , , , fifth] = scores.toSorted((a, b) => b - a);
  if (best === undefined || fifth === undefined) return null;
  const effectiveTotal = cases ** exponent;
  const standardError = Math.sqrt((best * (1 - best) + fifth * (1 - fifth)) / effectiveTotal);
  const range = rangeOf(best - fifth, standardError);
  const index = Math.exp(-(range ** 2));
  return {
    effectiveTotal,
    standardError,
    range,
    index,
    category: categoryOf(index),
    similar: range <= normalQuantile(0.975),
  };
}

/** Without any sampling error, as for scores of 0 and 1 only, a gap is beyond all doubt and no gap is none. */
function rangeOf(gap: number, standardError: number): number {
  if (standardError > 0) return gap / standardError;
  return gap > 0 ? Number.POSITIVE_INFINITY : 0;
}

function categoryOf(index: number): SaturationIndex["category"] {
  if (index < 0.01) return "very_low";
  if (index < 0.3) return "low";
  if (index < 0.7) return "moderate";
  return index < 0.9 ? "high" : "very_high";
}
