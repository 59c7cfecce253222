import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import { regularisedBeta } from "./regularised-beta.ts";

/**
 * P(X <= successes) for X ~ Binomial(trials, probability). `successes` may lie outside 0..trials.
 *
 * Source: I_{1-p}(n - k, k + 1), DLMF 8.17.5.
 * @throws RangeError when trials is not a count or probability is outside 0..1.
 */
export function binomialCdf(successes: number, trials: number, probability: number): number {
  requireCount(trials, "trials");
  requireWithin(probability, "probability", 0, 1);
  if (Number.isNaN(successes)) throw new RangeError("successes is NaN; it must be a number.");
  const k = Math.floor(successes);
  if (k < 0) return 0;
  if (k >= trials) return 1;
  return regularisedBeta(trials - k, k + 1, 1 - probability);
}
