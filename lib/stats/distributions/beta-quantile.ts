import { bisectFalling } from "../bisect.ts";
import { requireWithin } from "../guards/require-within.ts";
import { regularisedBeta } from "./regularised-beta.ts";

/**
 * The x in 0..1 for which P(X <= x) = probability under Beta(a, b), a and b above 0.
 *
 * @throws RangeError when probability is outside 0..1 or a parameter is not positive.
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  requireWithin(probability, "probability", 0, 1);
  if (probability === 0 || probability === 1) return probability;
  return bisectFalling((x) => -regularisedBeta(a, b, x), -probability, 0, 1);
}
