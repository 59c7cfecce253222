import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";

/** `successes` out of `total`; both may be fractional at an effective sample size. `confidence` defaults to 0.95. */
export type RateInput = { successes: number; total: number; confidence?: number };

export type RateInterval = { estimate: number; lower: number; upper: number };

/** @throws RangeError unless 0 <= successes <= total (both finite) and 0 < confidence < 1. */
export function requireRateInput({ successes, total, confidence = 0.95 }: RateInput): void {
  requireOpenUnit(confidence, "confidence");
  requireWithin(total, "total", 0, Number.MAX_VALUE);
  requireWithin(successes, "successes", 0, total);
}
