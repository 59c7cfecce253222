import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";

/**
 * Variance of a run's mean with `attempts` attempts per case, relative to one attempt:
 * (between + within / K) / (between + within). 1 when neither component varies.
 *
 * Source: Miller 2024, arXiv 2411.00640, section 3.1.
 * @throws RangeError when a variance is negative or attempts is not a count of at least 1.
 */
export function resamplingVarianceRatio({
  betweenVariance,
  withinVariance,
  attempts,
}: {
  betweenVariance: number;
  withinVariance: number;
  attempts: number;
}): number {
  requireWithin(betweenVariance, "betweenVariance", 0, Number.MAX_VALUE);
  requireWithin(withinVariance, "withinVariance", 0, Number.MAX_VALUE);
  requireCount(attempts, "attempts", 1);
  const single = betweenVariance + withinVariance;
  return single === 0 ? 1 : (betweenVariance + withinVariance / attempts) / single;
}
