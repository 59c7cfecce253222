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
  return {
    estimate: numerator.estimate / denominator.estimate,
    lower: smallerRoot(
      quadratic(
        { estimate: numerator.estimate, limit: numerator.lower },
        { estimate: denominator.estimate, limit: denominator.upper },
        correlation,
      ),
    ),
    upper: largerRoot(
      quadratic(
        { estimate: numerator.estimate, limit: numerator.upper },
        { estimate: denominator.estimate, limit: denominator.lower },
        correlation,
      ),
    ),
  };
}

/** a r² - 2 b r + c, whose roots are the limits, and root = sqrt(b² - a c). */
type Quadratic = { a: number; b: number; c: number; root: number };
type Side = { estimate: number; limit: number };

/** Every difference of squares is written as a product, so that limits close to 0 or to their estimates keep their digits. */
function quadratic(numerator: Side, denominator: Side, correlation: number): Quadratic {
  const estimates = numerator.estimate * denominator.estimate;
  const distances = distance(numerator) * distance(denominator);
  const crossed = denominator.estimate * distance(numerator) - numerator.estimate * distance(denominator);
  const discriminant =
    crossed ** 2 + (1 - correlation) * distances * (2 * estimates - (1 + correlation) * distances);
  return {
    a: squareLessSquare(denominator),
    b: estimates - correlation * distances,
    c: squareLessSquare(numerator),
    root: Math.sqrt(Math.max(0, discriminant)),
  };
}

const distance = ({ estimate, limit }: Side) => Math.abs(estimate - limit);

/** Of the estimate and the distance: (estimate - distance) (estimate + distance), one of which is the limit itself. */
function squareLessSquare({ estimate, limit }: Side): number {
  return limit * (2 * estimate - limit);
}

/** The form of the root in which neither a difference of equal numbers nor a division by an `a` near 0 is left. */
function smallerRoot({ a, b, c, root }: Quadratic): number {
  if (b < 0) return a < 0 ? (b - root) / a : 0;
  return b + root === 0 ? 0 : Math.max(0, c / (b + root));
}

function largerRoot({ a, b, root }: Quadratic): number | null {
  return a <= 0 ? null : (b + root) / a;
}

function requireEstimate({ estimate, lower, upper }: RateInterval, name: string): void {
  requireFinite([estimate, lower, upper], name);
  requireWithin(estimate, `${name}.estimate`, 0, Number.MAX_VALUE);
  requireWithin(estimate, `${name}.estimate`, lower, upper);
}
