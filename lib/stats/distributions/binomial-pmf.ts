import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import { logGamma } from "./log-gamma.ts";

/**
 * P(X = successes) for X ~ Binomial(trials, probability); 0 outside 0..trials and for fractions.
 *
 * @throws RangeError when trials is not a count or probability is outside 0..1.
 */
export function binomialPmf(successes: number, trials: number, probability: number): number {
  requireCount(trials, "trials");
  requireWithin(probability, "probability", 0, 1);
  if (!Number.isInteger(successes) || successes < 0 || successes > trials) return 0;
  if (probability === 0) return successes === 0 ? 1 : 0;
  if (probability === 1) return successes === trials ? 1 : 0;
  const logChoose = logGamma(trials + 1) - logGamma(successes + 1) - logGamma(trials - successes + 1);
  return Math.exp(
    logChoose + successes * Math.log(probability) + (trials - successes) * Math.log1p(-probability),
  );
}
