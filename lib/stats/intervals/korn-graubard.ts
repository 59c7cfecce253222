import { studentTQuantile } from "../distributions/student-t-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { clopperPearsonInterval } from "./clopper-pearson.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import type { RateInterval } from "./rate-input.ts";

/**
 * Korn-Graubard interval of a rate over clustered cases: Clopper-Pearson at an effective sample size that also pays for
 * the few degrees of freedom of `clusters` clusters. Null with fewer than two cases or two clusters.
 *
 * Source: Korn & Graubard 1998, Survey Methodology 24:193.
 * @throws RangeError unless 0 <= rate <= 1, standardError >= 0, the counts are whole and 0 < confidence < 1.
 */
export function kornGraubardInterval({
  rate,
  standardError,
  total,
  clusters,
  confidence = 0.95,
}: {
  rate: number;
  standardError: number;
  total: number;
  clusters: number;
  confidence?: number;
}): (RateInterval & { effectiveTotal: number }) | null {
  requireCount(total, "total");
  requireCount(clusters, "clusters");
  requireOpenUnit(confidence, "confidence");
  if (total < 2 || clusters < 2) return null;
  const tail = 0.5 + confidence / 2;
  const ratio = studentTQuantile(tail, total - 1) / studentTQuantile(tail, clusters - 1);
  const unadjusted = effectiveSampleSize({ rate, standardError, total });
  const effectiveTotal = Math.min(total, unadjusted * ratio * ratio);
  const interval = clopperPearsonInterval({
    successes: rate * effectiveTotal,
    total: effectiveTotal,
    confidence,
  });
  return interval && { ...interval, estimate: rate, effectiveTotal };
}
