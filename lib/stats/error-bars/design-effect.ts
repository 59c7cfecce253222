import { requireWithin } from "../guards/require-within.ts";

/**
 * Kish's design effect 1 + (m - 1) ρ for clusters of (mean) size m and intraclass correlation ρ, and the number of
 * independent cases that `total` clustered cases are worth. A negative correlation counts as 0, so the effective
 * number never exceeds the total.
 *
 * Source: Kish 1965, Survey Sampling.
 * @throws RangeError unless clusterSize >= 1, -1 <= correlation <= 1 and total >= 0.
 */
export function designEffect({
  clusterSize,
  correlation,
  total,
}: {
  clusterSize: number;
  correlation: number;
  total: number;
}): { designEffect: number; effectiveTotal: number } {
  requireWithin(clusterSize, "clusterSize", 1, Number.MAX_VALUE);
  requireWithin(correlation, "correlation", -1, 1);
  requireWithin(total, "total", 0, Number.MAX_VALUE);
  const effect = 1 + (clusterSize - 1) * Math.max(0, correlation);
  return { designEffect: effect, effectiveTotal: total / effect };
}
