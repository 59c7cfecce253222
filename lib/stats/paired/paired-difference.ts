import { studentTTwoSided } from "../distributions/student-t-two-sided.ts";
import { standardError } from "../error-bars/standard-error.ts";
import { intervalAround } from "../error-bars/t-interval.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { mean } from "../mean.ts";

export type PairedDifference = {
  difference: number;
  /** Standard error from the per-case differences. */
  standardError: number;
  /** What the error would be if the two runs were on different cases: shown to explain what pairing gains. */
  unpairedStandardError: number;
  /** Correlation of the scores over cases; null where one run gives every case the same score. */
  correlation: number | null;
  /** difference / standardError; null where that error is 0. */
  t: number | null;
  /** Two-sided, n - 1 degrees of freedom; 1 when no case differs, null when all differ by the same amount. */
  pValue: number | null;
  lower: number;
  upper: number;
};

/**
 * Paired comparison of two runs on the same cases, first minus second; `first[i]` and `second[i]` belong to one case.
 * With several attempts per case, pass the mean of each case: attempts of one case are not independent. Null with fewer
 * than two cases.
 *
 * Source: Miller 2024, arXiv 2411.00640, equation 7.
 * @throws RangeError when the lists differ in length, a score is not finite, or confidence is not within 0..1.
 */
export function pairedDifference(
  first: readonly number[],
  second: readonly number[],
  confidence = 0.95,
): PairedDifference | null {
  requireOpenUnit(confidence, "confidence");
  const differences = casewiseDifferences(first, second);
  const difference = mean(differences);
  const error = standardError(differences);
  const firstError = standardError(first);
  const secondError = standardError(second);
  if (difference === null || error === null || firstError === null || secondError === null) return null;
  const degreesOfFreedom = differences.length - 1;
  const t = error === 0 ? null : difference / error;
  const { lower, upper } = intervalAround(difference, error, degreesOfFreedom, confidence);
  return {
    difference,
    standardError: error,
    unpairedStandardError: Math.hypot(firstError, secondError),
    correlation: correlationOf(error, firstError, secondError),
    t,
    pValue: t === null ? (difference === 0 ? 1 : null) : studentTTwoSided(t, degreesOfFreedom),
    lower,
    upper,
  };
}

/** `first[i] - second[i]` for every case. @throws RangeError when the lists differ in length or are not finite. */
export function casewiseDifferences(first: readonly number[], second: readonly number[]): number[] {
  if (first.length !== second.length) {
    throw new RangeError(`The first run has ${first.length} scores and the second ${second.length}.`);
  }
  requireFinite(first, "first");
  requireFinite(second, "second");
  return first.map((score, index) => score - (second[index] ?? 0));
}

function correlationOf(error: number, firstError: number, secondError: number): number | null {
  if (firstError === 0 || secondError === 0) return null;
  const shared = firstError ** 2 + secondError ** 2 - error ** 2;
  return Math.min(1, Math.max(-1, shared / (2 * firstError * secondError)));
}
