import { studentTTwoSided } from "../distributions/student-t-two-sided.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { clusterResiduals } from "./cluster-residuals.ts";
import { intervalAround, type MeanInterval } from "./t-interval.ts";

/**
 * Mean of clustered values with the CR2 standard error and Satterthwaite degrees of freedom: the best of the sandwich
 * estimators for few or uneven clusters. `pValue` tests "the mean is 0" two-sided; it is 1 when all values are 0, and
 * null where the error is 0 although the mean is not. Null with fewer than two clusters.
 *
 * Source: Bell & McCaffrey 2002, Survey Methodology 28:169. For a plain mean the estimator is
 * sqrt(Σ S_g² / (1 - n_g / n)) / n, and tr(M)² / Σ M_gh² has a closed form in the cluster sizes n_g.
 * @throws RangeError when the lists differ in length, a value is not finite, or confidence is not within 0..1.
 */
export function clusteredIntervalCr2(
  values: readonly number[],
  clusters: readonly string[],
  confidence = 0.95,
): (MeanInterval & { pValue: number | null }) | null {
  requireOpenUnit(confidence, "confidence");
  const residuals = clusterResiduals(values, clusters);
  if (!residuals || residuals.clusters.length < 2) return null;
  const { total } = residuals;
  let adjusted = 0;
  let sizeSquares = 0;
  let weightSum = 0;
  let weightSquares = 0;
  for (const { size, sum } of residuals.clusters) {
    const leverage = 1 - size / total;
    const weight = (size * size) / leverage;
    adjusted += sum ** 2 / leverage;
    sizeSquares += size * size;
    weightSum += weight;
    weightSquares += weight * weight;
  }
  const error = Math.sqrt(adjusted) / total;
  const crossTerms = (weightSum ** 2 - weightSquares) / total ** 2;
  const degreesOfFreedom = total ** 2 / (sizeSquares + crossTerms);
  return {
    ...intervalAround(residuals.mean, error, degreesOfFreedom, confidence),
    pValue: pValueOfZeroMean(residuals.mean, error, degreesOfFreedom),
  };
}

function pValueOfZeroMean(mean: number, error: number, degreesOfFreedom: number): number | null {
  if (error === 0) return mean === 0 ? 1 : null;
  return studentTTwoSided(mean / error, degreesOfFreedom);
}
