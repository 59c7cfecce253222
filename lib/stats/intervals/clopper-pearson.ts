import { betaQuantile } from "../distributions/beta-quantile.ts";
import { type RateInput, type RateInterval, requireRateInput } from "./rate-input.ts";

/**
 * Clopper-Pearson ("exact") interval of one rate, for gates that must prove a rate; null when total is 0.
 * `successes` and `total` may be fractional.
 *
 * Source: Clopper & Pearson 1934, Biometrika 26:404.
 * @throws RangeError unless 0 <= successes <= total (both finite) and 0 < confidence < 1.
 */
export function clopperPearsonInterval({
  successes,
  total,
  confidence = 0.95,
}: RateInput): RateInterval | null {
  requireRateInput({ successes, total, confidence });
  if (total === 0) return null;
  const tail = (1 - confidence) / 2;
  const failures = total - successes;
  return {
    estimate: successes / total,
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    upper: failures === 0 ? 1 : 1 - betaQuantile(tail, failures, successes + 1),
  };
}
