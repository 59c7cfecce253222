import { clusteredRateInterval } from "#lib/stats/intervals/clustered-rate.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import type { Rate } from "../../scorecard.ts";
import type { RunUnit } from "../run-scope.ts";

/** `[scored, passed, units]`: so many units in which so many of the scored attempts passed, as `jsonb_agg` hands them over. */
export type UnitCounts = readonly (readonly [scored: number, passed: number, units: number])[];

/** A pass rate with its 95 % interval, or null when nothing was scored: Wilson, at the effective n where attempts depend on one another. */
export function rateOfUnits(counts: UnitCounts, unit: RunUnit): Rate | null {
  const groups = counts
    .filter(([size]) => size > 0)
    .map(([size, successes, clusters]) => ({ size, successes, clusters }))
    // The database gives them in any order, and sums of fractions depend on it in the last digit.
    .sort((one, other) => one.size - other.size || one.successes - other.successes);
  if (unit === "attempt") {
    const total = groups.reduce((sum, group) => sum + group.size * group.clusters, 0);
    const successes = groups.reduce((sum, group) => sum + group.successes * group.clusters, 0);
    return rate(successes, total);
  }
  const interval = clusteredRateInterval(groups);
  if (interval === null) return null;
  const { clusters, ...rest } = interval;
  return { ...rest, units: clusters };
}

/** A pass rate of independent attempts with its 95 % Wilson interval, or null when nothing was scored. */
export function rate(successes: number, total: number): Rate | null {
  const interval = wilsonInterval({ successes, total });
  return interval === null ? null : { successes, total, ...interval };
}
