import { cr2Error } from "../error-bars/cr2-error.ts";
import { clopperPearsonInterval } from "./clopper-pearson.ts";
import type { RateClusters } from "./clustered-rate.ts";
import { kornGraubardInterval } from "./korn-graubard.ts";
import type { RateInterval } from "./rate-input.ts";

export type ClusteredFloor = RateInterval & {
  /** How many independent attempts would tell as much. */
  effectiveTotal: number;
};

/**
 * Interval of a rate over attempts that are not independent within clusters, for floors that must be proven: Korn-Graubard with the CR2
 * standard error. Where the clusters cannot show how dependent the attempts are (one cluster, or all alike), a cluster counts as one.
 * Null without attempts.
 *
 * Source: Korn & Graubard 1998, Survey Methodology 24:193; Bell & McCaffrey 2002 for the error.
 * @throws RangeError when successes exceed a size or confidence is not strictly between 0 and 1.
 */
export function clusteredFloorInterval(
  groups: readonly RateClusters[],
  confidence = 0.95,
): ClusteredFloor | null {
  const sum = (of: (group: RateClusters) => number) =>
    groups.reduce((total, group) => total + group.clusters * of(group), 0);
  const total = sum(({ size }) => size);
  const clusters = sum(() => 1);
  if (total === 0) return null;
  const rate = sum(({ successes }) => successes) / total;
  const error = cr2Error(
    groups.map(({ size, successes, clusters: alike }) => ({
      size,
      sum: successes - size * rate,
      clusters: alike,
    })),
    total,
  );
  if (error === null || error.standardError === 0) {
    const interval = clopperPearsonInterval({ successes: rate * clusters, total: clusters, confidence });
    return interval && { ...interval, estimate: rate, effectiveTotal: clusters };
  }
  const { standardError } = error;
  return kornGraubardInterval({ rate, standardError, total, clusters, confidence });
}
