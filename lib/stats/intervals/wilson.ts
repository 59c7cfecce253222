import { normalQuantile } from "../distributions/normal-quantile.ts";
import { type RateInput, type RateInterval, requireRateInput } from "./rate-input.ts";

/**
 * Wilson score interval of one rate, as fractions in 0..1; null when total is 0, because no rate exists.
 * `successes` and `total` may be fractional, so that the interval can be taken at an effective sample size.
 *
 * Source: Wilson 1927, JASA 22:209.
 * @throws RangeError unless 0 <= successes <= total (both finite) and 0 < confidence < 1.
 */
export function wilsonInterval({ successes, total, confidence = 0.95 }: RateInput): RateInterval | null {
  requireRateInput({ successes, total, confidence });
  if (total === 0) return null;
  const z = normalQuantile(0.5 + confidence / 2);
  const estimate = successes / total;
  const penalty = (z * z) / total;
  if (!Number.isFinite(penalty)) return { estimate, lower: 0, upper: 1 };
  const centre = estimate + penalty / 2;
  const half = z * Math.sqrt((estimate * (1 - estimate)) / total + penalty / (4 * total));
  return {
    estimate,
    lower: successes === 0 ? 0 : Math.min(estimate, Math.max(0, (centre - half) / (1 + penalty))),
    upper: successes === total ? 1 : Math.max(estimate, Math.min(1, (centre + half) / (1 + penalty))),
  };
}
