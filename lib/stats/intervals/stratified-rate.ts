import { requireWithin } from "../guards/require-within.ts";
import type { RateInterval } from "./rate-input.ts";
import { wilsonInterval } from "./wilson.ts";

export type Stratum = { weight: number; successes: number; total: number };

/**
 * Weighted pass rate of a suite made of strata, Σ weight · rate, with a MOVER interval built from each stratum's Wilson
 * limits. Weights must be non-negative and sum to 1. `standardError` is null when a stratum with weight has fewer than
 * two cases. Null when there are no strata, or a stratum with weight has no cases.
 *
 * Source: Zou & Donner 2008, Statistics in Medicine 27:1693 (MOVER); Cochran 1977, chapter 5 (standard error).
 * @throws RangeError when the weights do not sum to 1 or a stratum's counts are not valid.
 */
export function stratifiedRate({
  strata,
  confidence = 0.95,
}: {
  strata: readonly Stratum[];
  confidence?: number;
}): (RateInterval & { standardError: number | null }) | null {
  if (strata.length === 0) return null;
  requireWeights(strata);
  let estimate = 0;
  let squaredBelow = 0;
  let squaredAbove = 0;
  let variance: number | null = 0;
  for (const { weight, successes, total } of strata) {
    const interval = wilsonInterval({ successes, total, confidence });
    if (weight === 0) continue;
    if (!interval) return null;
    const rate = interval.estimate;
    estimate += weight * rate;
    squaredBelow += (weight * (rate - interval.lower)) ** 2;
    squaredAbove += (weight * (interval.upper - rate)) ** 2;
    if (total <= 1) variance = null;
    if (variance !== null) variance += (weight * weight * rate * (1 - rate)) / (total - 1);
  }
  return {
    estimate,
    lower: Math.max(0, estimate - Math.sqrt(squaredBelow)),
    upper: Math.min(1, estimate + Math.sqrt(squaredAbove)),
    standardError: variance === null ? null : Math.sqrt(variance),
  };
}

function requireWeights(strata: readonly Stratum[]): void {
  let sum = 0;
  for (const { weight } of strata) {
    requireWithin(weight, "weight", 0, 1);
    sum += weight;
  }
  if (Math.abs(sum - 1) > 1e-9) throw new RangeError(`The weights sum to ${sum}; they must sum to 1.`);
}
