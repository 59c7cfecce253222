import { logBeta } from "../distributions/log-beta.ts";
import { requireCount } from "../guards/require-count.ts";
import { type EValue, eValueOf } from "./e-value.ts";

/**
 * Anytime McNemar test for shadow traffic, the same request to both models: B(a + b, a + c) / B(a, a) · 2^(b + c), with b requests
 * that only the first and c that only the second answered right, and a Beta(a, a) mixture over the alternative. Exact at any
 * number of looks.
 *
 * Source: Robbins 1970, Annals of Mathematical Statistics 41:1397; Ville 1939.
 * @throws RangeError unless both are counts and prior > 0.
 */
export function mcnemarEValue({
  onlyFirst,
  onlySecond,
  prior = 1,
}: {
  onlyFirst: number;
  onlySecond: number;
  prior?: number;
}): EValue {
  requireCount(onlyFirst, "onlyFirst");
  requireCount(onlySecond, "onlySecond");
  if (!(prior > 0 && prior < 1e6)) throw new RangeError(`prior is ${prior}; it must be above 0.`);
  const mixture = logBeta(prior + onlyFirst, prior + onlySecond) - logBeta(prior, prior);
  return eValueOf(mixture + (onlyFirst + onlySecond) * Math.LN2);
}
