import { studentTTwoSided } from "../distributions/student-t-two-sided.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { clusterResiduals } from "./cluster-residuals.ts";
import { cr2Error } from "./cr2-error.ts";
import { intervalAround, type MeanInterval } from "./t-interval.ts";

/**
 * Mean of clustered values with the CR2 standard error and Satterthwaite degrees of freedom: the best of the sandwich
 * estimators for few or uneven clusters. `pValue` tests "the mean is 0" two-sided; it is 1 when all values are 0, and
 * null where the error is 0 although the mean is not. Null with fewer than two clusters.
 *
 * Source: Bell & McCaffrey 2002, Survey Methodology 28:169.
 * @throws RangeError when the lists differ in length, a value is not finite, or confidence is not within 0..1.
 */
export function clusteredIntervalCr2(
  values: readonly number[],
  clusters: readonly string[],
  confidence = 0.95,
): (MeanInterval & { pValue: number | null }) | null {
  requireOpenUnit(confidence, "confidence");
  const residuals = clusterResiduals(values, clusters);
  const error =
    residuals &&
    cr2Error(
      residuals.clusters.map((cluster) => ({ ...cluster, clusters: 1 })),
      residuals.total,
    );
  if (!residuals || !error) return null;
  const { standardError, degreesOfFreedom } = error;
  return {
    ...intervalAround(residuals.mean, standardError, degreesOfFreedom, confidence),
    pValue: pValueOfZeroMean(residuals.mean, standardError, degreesOfFreedom),
  };
}

function pValueOfZeroMean(mean: number, error: number, degreesOfFreedom: number): number | null {
  if (error === 0) return mean === 0 ? 1 : null;
  return studentTTwoSided(mean / error, degreesOfFreedom);
}
