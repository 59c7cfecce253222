import { betaQuantile } from "../distributions/beta-quantile.ts";
import { type RateInput, type RateInterval, requireRateInput } from "./rate-input.ts";

/**
 * Jeffreys interval of one rate: equal tails of Beta(successes + 1/2, failures + 1/2), with the lower limit 0 when
 * nothing succeeded and the upper limit 1 when everything did; null when total is 0.
 *
 * Source: Brown, Cai & DasGupta 2001, Statistical Science 16:101.
 * @throws RangeError unless 0 <= successes <= total (both finite) and 0 < confidence < 1.
 */
export function jeffreysInterval({ successes, total, confidence = 0.95 }: RateInput): RateInterval | null {
  requireRateInput({ successes, total, confidence });
  if (total === 0) return null;
  const tail = (1 - confidence) / 2;
  const failures = total - successes;
  return {
    estimate: successes / total,
    lower: successes === 0 ? 0 : betaQuantile(tail, successes + 0.5, failures + 0.5),
    upper: failures === 0 ? 1 : 1 - betaQuantile(tail, failures + 0.5, successes + 0.5),
  };
}
