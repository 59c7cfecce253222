import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import { mcnemarSmallestDetectable } from "../paired/mcnemar-smallest-detectable.ts";
import { minimumDetectableDifference } from "../power/minimum-detectable-difference.ts";
import type { TestLevels } from "../power/planning-input.ts";

export type StepsLeft = {
  headroom: number;
  /** The smallest difference that two runs on different cases would show at the best rate. */
  detectable: number;
  /** How many such steps fit below the ceiling; null where the best rate is 0 or 1. */
  steps: number | null;
  /** Failing cases that are not label errors: cases · headroom. */
  fixableFailures: number;
  /** The fewest cases that must change, all for the better, before the exact paired test can see it. */
  fewestChanges: number;
  improvementDetectable: boolean;
};

/**
 * How many more visible improvements a suite has room for. With fewer fixable failures than the exact McNemar test needs changes
 * (6 at 5 %), even a perfect candidate cannot be shown to be better; regressions still can.
 *
 * Source: Miller 2024, arXiv 2411.00640, equation 10, without pairing; McNemar 1947.
 * @throws RangeError unless the rates lie in 0..1, cases is at least 1, and the levels are in range.
 */
export function stepsLeft({
  best,
  cases,
  ceiling,
  alpha = 0.05,
  power,
}: TestLevels & { best: number; cases: number; ceiling: number }): StepsLeft {
  requireWithin(best, "best", 0, 1);
  requireWithin(ceiling, "ceiling", 0, 1);
  requireCount(cases, "cases", 1);
  const attemptVariance = best * (1 - best);
  const detectable = minimumDetectableDifference({
    cases,
    differenceVariance: 0,
    firstAttemptVariance: attemptVariance,
    secondAttemptVariance: attemptVariance,
    firstAttempts: 1,
    secondAttempts: 1,
    alpha,
    power,
  });
  const headroom = ceiling - best;
  const fixableFailures = cases * headroom;
  const fewestChanges = mcnemarSmallestDetectable(alpha).exact;
  return {
    headroom,
    detectable,
    steps: detectable === 0 ? null : headroom / detectable,
    fixableFailures,
    fewestChanges,
    // 200 · (0.97 - 0.94) is six cases, give or take a rounding error.
    improvementDetectable: fixableFailures >= fewestChanges - 1e-9,
  };
}
