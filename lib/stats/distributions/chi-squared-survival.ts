import { upperRegularisedGamma } from "./regularised-gamma.ts";

/**
 * P(X > x) for a chi-squared variable with `degreesOfFreedom` > 0; 1 when x <= 0.
 *
 * Source: Q(df / 2, x / 2), DLMF 8.2.4.
 * @throws RangeError when x is NaN or the degrees of freedom are not positive.
 */
export function chiSquaredSurvival(x: number, degreesOfFreedom: number): number {
  if (Number.isNaN(x)) throw new RangeError("x is NaN; the chi-squared statistic must be a number.");
  return upperRegularisedGamma(degreesOfFreedom / 2, Math.max(0, x) / 2);
}
