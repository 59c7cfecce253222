import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { clusteredStandardError } from "./clustered-standard-error.ts";
import { intervalAround, type MeanInterval } from "./t-interval.ts";

/**
 * Mean of clustered values with the CR1 standard error and t with G - 1 degrees of freedom; not cut off at any bound.
 * Null with fewer than two clusters.
 *
 * @throws RangeError when the lists differ in length, a value is not finite, or confidence is not within 0..1.
 */
export function clusteredIntervalCr1(
  values: readonly number[],
  clusters: readonly string[],
  confidence = 0.95,
): MeanInterval | null {
  requireOpenUnit(confidence, "confidence");
  const errors = clusteredStandardError(values, clusters);
  return errors && intervalAround(errors.mean, errors.cr1, errors.clusters - 1, confidence);
}
