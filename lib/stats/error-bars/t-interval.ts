import { studentTQuantile } from "../distributions/student-t-quantile.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { mean } from "../mean.ts";
import { standardError } from "./standard-error.ts";

export type MeanInterval = {
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
  lower: number;
  upper: number;
};

/**
 * Mean with its t interval, in the unit of the values and not cut off at any bound; null with fewer than two values.
 *
 * @throws RangeError when a value is not finite or confidence is not strictly between 0 and 1.
 */
export function tInterval(values: readonly number[], confidence = 0.95): MeanInterval | null {
  requireOpenUnit(confidence, "confidence");
  const estimate = mean(values);
  const error = standardError(values);
  if (estimate === null || error === null) return null;
  return intervalAround(estimate, error, values.length - 1, confidence);
}

/** estimate +- t · standardError with the given degrees of freedom. */
export function intervalAround(
  estimate: number,
  error: number,
  degreesOfFreedom: number,
  confidence: number,
): MeanInterval {
  const half = error === 0 ? 0 : studentTQuantile(0.5 + confidence / 2, degreesOfFreedom) * error;
  return {
    estimate,
    standardError: error,
    degreesOfFreedom,
    lower: estimate - half,
    upper: estimate + half,
  };
}
