import { chiSquaredSurvival } from "../distributions/chi-squared-survival.ts";
import { requireCount } from "../guards/require-count.ts";

export type SampleRatio = { chiSquared: number; pValue: number; mismatch: boolean };

// The usual alarm level: a mismatch makes every figure of the experiment worthless, so false alarms must be rare.
const ALARM = 0.001;

/**
 * Whether traffic was divided as planned: chi-squared test of the observed counts against the planned shares. On a mismatch, look
 * for the cause before reading any result. Null without traffic.
 *
 * Source: Fabijan et al. 2019, KDD, Diagnosing sample ratio mismatch.
 * @throws RangeError unless the lists have the same length of at least 2, observed holds counts and the shares are positive.
 */
export function sampleRatio(
  observed: readonly number[],
  plannedShares: readonly number[],
): SampleRatio | null {
  if (observed.length !== plannedShares.length || observed.length < 2) {
    throw new RangeError(
      `There are ${observed.length} counts and ${plannedShares.length} shares; both need two or more.`,
    );
  }
  observed.forEach((count, index) => {
    requireCount(count, `observed[${index}]`);
    const share = plannedShares[index] ?? 0;
    if (!(share > 0 && share < Infinity))
      throw new RangeError(`plannedShares[${index}] is ${share}; it must be above 0.`);
  });
  const total = observed.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const whole = plannedShares.reduce((sum, share) => sum + share, 0);
  const chiSquared = observed.reduce((sum, count, index) => {
    const expected = (total * (plannedShares[index] ?? 0)) / whole;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const pValue = chiSquaredSurvival(chiSquared, observed.length - 1);
  return { chiSquared, pValue, mismatch: pValue < ALARM };
}
