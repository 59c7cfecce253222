import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";
import type { RateInterval } from "../intervals/rate-input.ts";

/**
 * Interval of Pearson's correlation over so many pairs: Fisher's z, tanh(atanh(r) ± z / sqrt(n - 3)). Null with fewer than four pairs.
 *
 * Source: Fisher 1921, Metron 1:3.
 * @throws RangeError unless -1 <= correlation <= 1 and 0 < confidence < 1.
 */
export function pearsonInterval({
  correlation,
  total,
  confidence = 0.95,
}: {
  correlation: number;
  total: number;
  confidence?: number;
}): RateInterval | null {
  requireOpenUnit(confidence, "confidence");
  requireWithin(correlation, "correlation", -1, 1);
  if (total < 4) return null;
  const margin = normalQuantile(1 - (1 - confidence) / 2) / Math.sqrt(total - 3);
  const centre = Math.atanh(correlation);
  return { estimate: correlation, lower: Math.tanh(centre - margin), upper: Math.tanh(centre + margin) };
}
