import { requireCount } from "../guards/require-count.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { quantile } from "../quantile.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { bcaLevels } from "./bca-levels.ts";
import { jackknifeAcceleration } from "./jackknife-acceleration.ts";
import { type ResamplingUnit, resamplingUnits } from "./resampling-units.ts";

export type BootstrapMean = {
  estimate: number;
  /** Standard deviation of the replicates. */
  standardError: number;
  percentile: { lower: number; upper: number };
  /** Null where the BCa correction does not exist, as when all values are equal. */
  bca: { lower: number; upper: number } | null;
  acceleration: number | null;
  /** Number of cases, or of clusters when they are given. */
  units: number;
  resamples: number;
  seed: number;
};

/**
 * Bootstrap interval of a mean over cases, or over whole clusters when `clusters[i]` names the cluster of `values[i]`.
 * With several attempts per case, pass case means: attempts are never resampled. The result repeats for a seed. Null
 * with fewer than two cases or clusters.
 *
 * Source: Efron & Tibshirani 1993; BCa after Efron 1987, JASA 82:171.
 * @throws RangeError when a value is not finite, the lists differ in length, or a setting is out of range.
 */
export function bootstrapMean({
  values,
  clusters,
  confidence = 0.95,
  resamples = 10_000,
  seed = 1,
}: {
  values: readonly number[];
  clusters?: readonly string[];
  confidence?: number;
  resamples?: number;
  seed?: number;
}): BootstrapMean | null {
  requireFinite(values, "values");
  requireOpenUnit(confidence, "confidence");
  requireCount(resamples, "resamples", 1);
  const units = resamplingUnits(values, clusters);
  if (units.length < 2) return null;
  const estimate = ratio(units);
  const replicates = replicateMeans(units, resamples, seed);
  const tail = (1 - confidence) / 2;
  const acceleration = jackknifeAcceleration(leaveOneOutMeans(units));
  const levels =
    acceleration === null
      ? null
      : bcaLevels({ shareBelow: shareBelow(replicates, estimate), acceleration, confidence });
  return {
    estimate,
    standardError: standardDeviation(replicates),
    percentile: limits(replicates, tail, 1 - tail),
    bca: levels && limits(replicates, levels.lowerLevel, levels.upperLevel),
    acceleration,
    units: units.length,
    resamples,
    seed,
  };
}

function replicateMeans(units: readonly ResamplingUnit[], resamples: number, seed: number): number[] {
  const random = seededRandom(seed);
  const sums = Float64Array.from(units, (unit) => unit.sum);
  const sizes = Float64Array.from(units, (unit) => unit.size);
  const replicates = new Array<number>(resamples);
  for (let replicate = 0; replicate < resamples; replicate += 1) {
    let sum = 0;
    let size = 0;
    for (let draw = 0; draw < sums.length; draw += 1) {
      const drawn = random.below(sums.length);
      sum += sums[drawn] ?? 0;
      size += sizes[drawn] ?? 0;
    }
    replicates[replicate] = sum / size;
  }
  return replicates.sort((a, b) => a - b);
}

function ratio(units: readonly ResamplingUnit[]): number {
  const sum = units.reduce((running, unit) => running + unit.sum, 0);
  return sum / units.reduce((running, unit) => running + unit.size, 0);
}

function leaveOneOutMeans(units: readonly ResamplingUnit[]): number[] {
  const sum = units.reduce((running, unit) => running + unit.sum, 0);
  const size = units.reduce((running, unit) => running + unit.size, 0);
  return units.map((unit) => (sum - unit.sum) / (size - unit.size));
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

function limits(sorted: readonly number[], lower: number, upper: number): { lower: number; upper: number } {
  return { lower: quantile(sorted, lower) ?? 0, upper: quantile(sorted, upper) ?? 0 };
}

function standardDeviation(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}
