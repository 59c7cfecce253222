import { effectiveSampleSize } from "./effective-sample-size.ts";
import type { RateInterval } from "./rate-input.ts";
import { wilsonInterval } from "./wilson.ts";

/**
 * Wilson interval of a rate over clustered cases or repeated attempts, at the effective sample size that its standard
 * error implies. It does not collapse near 0 and 1, as a t interval would. Null when total is 0.
 *
 * Source: the effective-sample idea of Korn & Graubard 1998, Survey Methodology 24:193, with Wilson's interval.
 * @throws RangeError unless 0 <= rate <= 1, standardError >= 0, total >= 0 and 0 < confidence < 1.
 */
export function wilsonEffectiveInterval({
  rate,
  standardError,
  total,
  confidence = 0.95,
}: {
  rate: number;
  standardError: number;
  total: number;
  confidence?: number;
}): (RateInterval & { effectiveTotal: number }) | null {
  const effectiveTotal = effectiveSampleSize({ rate, standardError, total });
  const interval = wilsonInterval({ successes: rate * effectiveTotal, total: effectiveTotal, confidence });
  return interval && { ...interval, estimate: rate, effectiveTotal };
}
