import { requireWithin } from "../guards/require-within.ts";
import {
  criticalValues,
  type DifferenceVariance,
  observedDifferenceVariance,
  type TestLevels,
} from "./planning-input.ts";

/**
 * How many cases a paired comparison needs to see a true mean difference of `difference` (in the unit of the scores)
 * with the given two-sided alpha and power. `exact` is the unrounded figure.
 *
 * Source: Miller 2024, arXiv 2411.00640, equation 9: 969 cases for 3 points at a difference variance of 1/9.
 * @throws RangeError unless difference > 0 and the other inputs are in range.
 */
export function requiredCases({
  difference,
  alpha,
  power,
  ...variance
}: DifferenceVariance & TestLevels & { difference: number }): { exact: number; cases: number } {
  requireWithin(difference, "difference", Number.MIN_VALUE, Number.MAX_VALUE);
  const { zAlpha, zPower } = criticalValues({ alpha, power });
  const spread = Math.sqrt(observedDifferenceVariance(variance));
  const exact = (((zAlpha + zPower) * spread) / difference) ** 2;
  return { exact, cases: Math.ceil(exact) };
}
