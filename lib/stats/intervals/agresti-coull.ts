import { normalQuantile } from "../distributions/normal-quantile.ts";
import { type RateInput, type RateInterval, requireRateInput } from "./rate-input.ts";

/**
 * Agresti-Coull interval of one rate, cut off at 0 and 1; null when total is 0. The estimate is the observed rate, not
 * the shifted centre of the interval.
 *
 * Source: Agresti & Coull 1998, The American Statistician 52:119.
 * @throws RangeError unless 0 <= successes <= total (both finite) and 0 < confidence < 1.
 */
export function agrestiCoullInterval({
  successes,
  total,
  confidence = 0.95,
}: RateInput): RateInterval | null {
  requireRateInput({ successes, total, confidence });
  if (total === 0) return null;
  const z = normalQuantile(0.5 + confidence / 2);
  const shiftedTotal = total + z * z;
  const centre = (successes + (z * z) / 2) / shiftedTotal;
  const half = z * Math.sqrt((centre * (1 - centre)) / shiftedTotal);
  return {
    estimate: successes / total,
    lower: Math.max(0, centre - half),
    upper: Math.min(1, centre + half),
  };
}
