import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";

/** Two-sided `alpha` defaults to 0.05, `power` to 0.8. */
export type TestLevels = { alpha?: number; power?: number };

/** The variances of Miller 2024, section 5; every score in the same unit. */
export type DifferenceVariance = {
  /** Variance over cases of the true per-case difference. */
  differenceVariance: number;
  /** Mean variance of one attempt around its case's mean, in the first and the second run. */
  firstAttemptVariance: number;
  secondAttemptVariance: number;
  /** Attempts per case in each run. */
  firstAttempts: number;
  secondAttempts: number;
};

/** z for a two-sided alpha, and z for the power. @throws RangeError unless both lie strictly between 0 and 1. */
export function criticalValues({ alpha = 0.05, power = 0.8 }: TestLevels): {
  zAlpha: number;
  zPower: number;
} {
  requireOpenUnit(alpha, "alpha");
  requireOpenUnit(power, "power");
  return { zAlpha: -normalQuantile(alpha / 2), zPower: normalQuantile(power) };
}

/** Variance of one case's observed mean difference. @throws RangeError for negative variances or no attempts. */
export function observedDifferenceVariance(variance: DifferenceVariance): number {
  requireWithin(variance.differenceVariance, "differenceVariance", 0, Number.MAX_VALUE);
  requireWithin(variance.firstAttemptVariance, "firstAttemptVariance", 0, Number.MAX_VALUE);
  requireWithin(variance.secondAttemptVariance, "secondAttemptVariance", 0, Number.MAX_VALUE);
  requireCount(variance.firstAttempts, "firstAttempts", 1);
  requireCount(variance.secondAttempts, "secondAttempts", 1);
  return (
    variance.differenceVariance +
    variance.firstAttemptVariance / variance.firstAttempts +
    variance.secondAttemptVariance / variance.secondAttempts
  );
}
