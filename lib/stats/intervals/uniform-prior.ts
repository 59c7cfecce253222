import { betaQuantile } from "../distributions/beta-quantile.ts";
import { type RateInput, type RateInterval, requireRateInput } from "./rate-input.ts";

/**
 * Credible interval of one rate under a uniform prior: equal tails of Beta(successes + 1, failures + 1). The estimate
 * is the posterior mean, so the interval exists for total 0 as well and is then the prior itself.
 *
 * Source: Bowyer, Aitchison & Ivanova 2025, arXiv 2503.01747.
 * @throws RangeError unless 0 <= successes <= total (both finite) and 0 < confidence < 1.
 */
export function uniformPriorInterval({ successes, total, confidence = 0.95 }: RateInput): RateInterval {
  requireRateInput({ successes, total, confidence });
  const tail = (1 - confidence) / 2;
  const failures = total - successes;
  return {
    estimate: (successes + 1) / (total + 2),
    lower: betaQuantile(tail, successes + 1, failures + 1),
    upper: 1 - betaQuantile(tail, failures + 1, successes + 1),
  };
}
