import { quantile } from "../quantile.ts";
import { bcaLevels } from "./bca-levels.ts";
import { jackknifeAcceleration } from "./jackknife-acceleration.ts";

export type Limits = { lower: number; upper: number };

export type ReplicateInterval = {
  /** Standard deviation of the replicates. */
  standardError: number;
  percentile: Limits;
  /** Null where the BCa correction does not exist, as when all values are equal. */
  bca: Limits | null;
  acceleration: number | null;
};

/**
 * Percentile and BCa interval from replicates of a statistic (at least one; they are sorted in place) and its values with one case or
 * block of cases left out.
 *
 * Source: Efron 1987, JASA 82:171.
 */
export function replicateInterval({
  estimate,
  replicates,
  leaveOneOut,
  confidence,
}: {
  estimate: number;
  replicates: Float64Array;
  leaveOneOut: readonly number[];
  confidence: number;
}): ReplicateInterval {
  const sorted = Array.from(replicates.sort());
  const limits = (lower: number, upper: number): Limits => ({
    lower: quantile(sorted, lower) ?? estimate,
    upper: quantile(sorted, upper) ?? estimate,
  });
  const tail = (1 - confidence) / 2;
  const acceleration = jackknifeAcceleration(leaveOneOut);
  const levels =
    acceleration === null
      ? null
      : bcaLevels({ shareBelow: shareBelow(sorted, estimate), acceleration, confidence });
  return {
    standardError: standardDeviation(sorted),
    percentile: limits(tail, 1 - tail),
    bca: levels && limits(levels.lowerLevel, levels.upperLevel),
    acceleration,
  };
}

/** Replicates of the same cases in another order differ by rounding; within this slack they equal the estimate. */
function shareBelow(replicates: readonly number[], estimate: number): number {
  const slack = 1e-12 * Math.max(1, Math.abs(estimate));
  let below = 0;
  for (const replicate of replicates) {
    if (replicate < estimate - slack) below += 1;
    else if (replicate <= estimate + slack) below += 0.5;
  }
  return below / replicates.length;
}

function standardDeviation(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}
