import { bisectFalling } from "../bisect.ts";
import { logBeta } from "../distributions/log-beta.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";
import type { RateInterval } from "../intervals/rate-input.ts";
import { type EValue, eValueOf } from "./e-value.ts";

/** Passes so far, and the Beta(a, b) mixture over the alternative (both 1 by default: uniform). */
export type SequentialRate = { successes: number; total: number; a?: number; b?: number };

/**
 * Anytime test of one pass rate against a target: B(a + s, b + n - s) / B(a, b) / (p^s (1 - p)^(n - s)).
 *
 * Source: Ville 1939; Robbins 1970, Annals of Mathematical Statistics 41:1397.
 * @throws RangeError unless 0 <= successes <= total are counts, 0 <= target <= 1 and a, b > 0.
 */
export function rateEValue({ target, ...rate }: SequentialRate & { target: number }): EValue {
  requireWithin(target, "target", 0, 1);
  return eValueOf(logMixture(rate) - logLikelihood(rate, target));
}

/**
 * Interval of one pass rate that may be looked at after every observation: all targets whose e-value stays below 1 / alpha. Null
 * without observations.
 *
 * Source: inversion of `rateEValue`; Robbins 1970.
 * @throws RangeError unless 0 <= successes <= total are counts, a, b > 0 and 0 < confidence < 1.
 */
export function rateConfidenceSequence({
  confidence = 0.95,
  ...rate
}: SequentialRate & { confidence?: number }): RateInterval | null {
  requireOpenUnit(confidence, "confidence");
  const mixture = logMixture(rate);
  if (rate.total === 0) return null;
  const estimate = rate.successes / rate.total;
  const bound = mixture + Math.log(1 - confidence);
  // The likelihood rises up to the estimate and falls behind it; targets below the bound are refuted.
  return {
    estimate,
    lower: estimate === 0 ? 0 : bisectFalling((target) => -logLikelihood(rate, target), -bound, 0, estimate),
    upper: estimate === 1 ? 1 : bisectFalling((target) => logLikelihood(rate, target), bound, estimate, 1),
  };
}

function logMixture({ successes, total, a = 1, b = 1 }: SequentialRate): number {
  requireCount(total, "total");
  requireCount(successes, "successes");
  requireWithin(successes, "successes", 0, total);
  if (!(a > 0 && b > 0)) throw new RangeError(`a is ${a} and b is ${b}; both must be above 0.`);
  return logBeta(a + successes, b + total - successes) - logBeta(a, b);
}

function logLikelihood({ successes, total }: SequentialRate, target: number): number {
  const passes = successes === 0 ? 0 : successes * Math.log(target);
  return successes === total ? passes : passes + (total - successes) * Math.log1p(-target);
}
