import { requireFinite } from "../guards/require-finite.ts";
import { requireWithin } from "../guards/require-within.ts";
import type { RateInterval } from "../intervals/rate-input.ts";

export type RatioInterval = {
  estimate: number;
  lower: number;
  /** Null: the denominator may be 0, so the ratio has no upper limit. */
  upper: number | null;
};

/**
 * Interval of a ratio of two estimates that are not negative, such as mean cost over pass rate, from the interval of each and the
 * correlation of the two estimates. With t intervals of two means it is Fieller's interval; with a Wilson interval below the line it
 * does not collapse where everything passed. Null when the denominator is estimated as 0.
 *
 * Source: Donner & Zou 2012, Statistical Methods in Medical Research 21:347 (MOVER-R), the correlation as in Zou & Donner 2008,
 * Statistics in Medicine 27:1693; Fieller 1954, JRSS B 16:175.
 * @throws RangeError when a number is not finite, an estimate is negative or outside its limits, or |correlation| > 1.
 */
export function ratioInterval({
  numerator,
  denominator,
  correlation = 0,
}: {
  numerator: RateInterval;
  denominator: RateInterval;
  correlation?: number;
}): RatioInterval | null {
  requireWithin(correlation, "correlation", -1, 1);
  requireEstimate(numerator, "numerator");
  requireEstimate(denominator, "denominator");
  if (denominator.estimate === 0) return null;
  const product = numerator.estimate * denominator.estimate;
  const below = numerator.estimate - numerator.lower;
  const above = numerator.upper - numerator.estimate;
  const denominatorBelow = denominator.estimate - denominator.lower;
  const denominatorAbove = denominator.upper - denominator.estimate;
  return {
    estimate: numerator.estimate / denominator.estimate,
    lower: smallerRoot(
      denominator.estimate ** 2 - denominatorAbove ** 2,
      product - correlation * below * denominatorAbove,
      numerator.estimate ** 2 - below ** 2,
    ),
    upper: largerRoot(
      denominator.estimate ** 2 - denominatorBelow ** 2,
      product - correlation * above * denominatorBelow,
      numerator.estimate ** 2 - above ** 2,
    ),
  };
}

/** Of a r² - 2 b r + c = 0; written so that nothing is divided by an `a` near 0. */
function smallerRoot(a: number, b: number, c: number): number {
  const divisor = b + Math.sqrt(Math.max(0, b * b - a * c));
  return divisor <= 0 ? 0 : Math.max(0, c / divisor);
}

function largerRoot(a: number, b: number, c: number): number | null {
  return a <= 0 ? null : (b + Math.sqrt(Math.max(0, b * b - a * c))) / a;
}

function requireEstimate({ estimate, lower, upper }: RateInterval, name: string): void {
  requireFinite([estimate, lower, upper], name);
  requireWithin(estimate, `${name}.estimate`, 0, Number.MAX_VALUE);
  requireWithin(estimate, `${name}.estimate`, lower, upper);
}
