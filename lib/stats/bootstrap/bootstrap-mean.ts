import { requireCount } from "../guards/require-count.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { type ReplicateInterval, replicateInterval } from "./replicate-interval.ts";
import { type ResamplingUnit, resamplingUnits } from "./resampling-units.ts";

export type BootstrapMean = ReplicateInterval & {
  estimate: number;
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
  const interval = replicateInterval({
    estimate,
    replicates,
    leaveOneOut: leaveOneOutMeans(units),
    confidence,
  });
  return { estimate, ...interval, units: units.length, resamples, seed };
}

function replicateMeans(units: readonly ResamplingUnit[], resamples: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const sums = Float64Array.from(units, (unit) => unit.sum);
  const sizes = Float64Array.from(units, (unit) => unit.size);
  const replicates = new Float64Array(resamples);
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
  return replicates;
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
