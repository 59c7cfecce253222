import { requireCount } from "../guards/require-count.ts";
import {
  criticalValues,
  type DifferenceVariance,
  observedDifferenceVariance,
  type TestLevels,
} from "./planning-input.ts";

/**
 * The smallest true mean difference that a paired comparison of `cases` cases finds with the given two-sided alpha and
 * power, in the unit of the scores.
 *
 * Source: Miller 2024, arXiv 2411.00640, equation 10.
 * @throws RangeError unless cases >= 1 and the other inputs are in range.
 */
export function minimumDetectableDifference({
  cases,
  alpha,
  power,
  ...variance
}: DifferenceVariance & TestLevels & { cases: number }): number {
  requireCount(cases, "cases", 1);
  const { zAlpha, zPower } = criticalValues({ alpha, power });
  return (zAlpha + zPower) * Math.sqrt(observedDifferenceVariance(variance) / cases);
}
