import { normalQuantile } from "../distributions/normal-quantile.ts";
import { studentTQuantile } from "../distributions/student-t-quantile.ts";
import { cr2Error } from "../error-bars/cr2-error.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import type { RateInterval } from "./rate-input.ts";
import { wilsonInterval } from "./wilson.ts";

/** `clusters` clusters alike: `successes` of `size` in each. A cluster is a case with its repetitions, or several cases. */
export type RateClusters = { size: number; successes: number; clusters: number };

export type ClusteredRate = RateInterval & {
  successes: number;
  total: number;
  clusters: number;
  /** How many independent attempts would tell as much. */
  effectiveTotal: number;
};

/**
 * Interval of a rate over attempts that are not independent within clusters: Wilson at the effective sample size that the
 * CR2 standard error implies, reduced for its few degrees of freedom. Where the data cannot show how dependent the
 * attempts are (one cluster, or all alike), a cluster counts as one. Null without attempts.
 *
 * Source: Bell & McCaffrey 2002 for the error, Korn & Graubard 1998, Survey Methodology 24:193, for the effective size
 * and its correction by (z / t)², with Wilson's interval.
 * @throws RangeError when successes exceed a size or confidence is not strictly between 0 and 1.
 */
export function clusteredRateInterval(
  groups: readonly RateClusters[],
  confidence = 0.95,
): ClusteredRate | null {
  const sum = (of: (group: RateClusters) => number) =>
    groups.reduce((total, group) => total + group.clusters * of(group), 0);
  const total = sum((group) => group.size);
  const successes = sum((group) => group.successes);
  const clusters = sum(() => 1);
  if (total === 0) return null;
  const rate = successes / total;
  const error = cr2Error(
    groups.map(({ size, successes: passed, clusters: alike }) => ({
      size,
      sum: passed - size * rate,
      clusters: alike,
    })),
    total,
  );
  const effectiveTotal =
    error === null || error.standardError === 0
      ? clusters
      : effectiveSampleSize({ rate, standardError: error.standardError, total }) *
        fewClusters(error.degreesOfFreedom, confidence);
  const interval = wilsonInterval({ successes: rate * effectiveTotal, total: effectiveTotal, confidence });
  return interval && { ...interval, estimate: rate, successes, total, clusters, effectiveTotal };
}

function fewClusters(degreesOfFreedom: number, confidence: number): number {
  const tail = 0.5 + confidence / 2;
  return (normalQuantile(tail) / studentTQuantile(tail, degreesOfFreedom)) ** 2;
}
