import { normalQuantile } from "../distributions/normal-quantile.ts";
import { type RateInput, type RateInterval, requireRateInput } from "./rate-input.ts";

/**
 * Wilson score interval with continuity correction; null when total is 0.
 *
 * Source: Newcombe 1998, Statistics in Medicine 17:857, method 4.
 * @throws RangeError unless 0 <= successes <= total (both finite) and 0 < confidence < 1.
 */
export function wilsonContinuityInterval({
  successes,
  total,
  confidence = 0.95,
}: RateInput): RateInterval | null {
  requireRateInput({ successes, total, confidence });
  if (total === 0) return null;
  const z = normalQuantile(0.5 + confidence / 2);
  const failures = total - successes;
  return {
    estimate: successes / total,
    lower: successes === 0 ? 0 : Math.max(0, lowerLimit(successes, total, z)),
    upper: failures === 0 ? 1 : Math.min(1, 1 - lowerLimit(failures, total, z)),
  };
}

function lowerLimit(successes: number, total: number, z: number): number {
  const rate = successes / total;
  const spread = z * z - 2 - 1 / total + 4 * rate * (total * (1 - rate) + 1);
  const root = z * Math.sqrt(Math.max(0, spread));
  return (2 * successes + z * z - 1 - root) / (2 * (total + z * z));
}
