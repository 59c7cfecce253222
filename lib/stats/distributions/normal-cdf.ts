import { upperRegularisedGamma } from "./regularised-gamma.ts";

/**
 * P(Z <= x) for a standard normal variable, with relative accuracy kept in the lower tail.
 *
 * Source: Φ(x) = Q(1/2, x²/2) / 2 for x < 0, DLMF 7.11.2.
 * @throws RangeError when x is NaN.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("x is NaN; the normal distribution function needs a number.");
  const tail = upperRegularisedGamma(0.5, (x * x) / 2) / 2;
  return x < 0 ? tail : 1 - tail;
}
