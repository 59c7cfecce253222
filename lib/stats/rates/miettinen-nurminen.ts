import { bisectFalling } from "../bisect.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import type { DifferenceInterval } from "../paired/tango.ts";
import { requireTwoRates, type TwoRates } from "./two-rates-input.ts";

/**
 * Miettinen-Nurminen score interval for the difference of two independent rates, first minus second. Null when either
 * total is 0.
 *
 * Source: Miettinen & Nurminen 1985, Statistics in Medicine 4:213, with the variance factor N / (N - 1).
 * @throws RangeError unless the counts are whole with successes <= total, and 0 < confidence < 1.
 */
export function miettinenNurminenInterval({
  first,
  second,
  confidence = 0.95,
}: TwoRates & { confidence?: number }): DifferenceInterval | null {
  requireTwoRates({ first, second });
  requireOpenUnit(confidence, "confidence");
  if (first.total === 0 || second.total === 0) return null;
  const difference = first.successes / first.total - second.successes / second.total;
  const z = normalQuantile(0.5 + confidence / 2);
  const score = (delta: number) => scoreStatistic({ first, second }, difference, delta);
  return {
    difference,
    lower: bisectFalling(score, z, -1, difference),
    upper: bisectFalling(score, -z, difference, 1),
  };
}

function scoreStatistic({ first, second }: TwoRates, difference: number, delta: number): number {
  const restricted = restrictedSecondRate({ first, second }, delta);
  const shifted = restricted + delta;
  const pooled = first.total + second.total;
  const variance =
    ((shifted * (1 - shifted)) / first.total + (restricted * (1 - restricted)) / second.total) *
    (pooled / (pooled - 1));
  const numerator = difference - delta;
  if (variance <= 0) return numerator === 0 ? 0 : numerator * Number.POSITIVE_INFINITY;
  return numerator / Math.sqrt(variance);
}

/** Maximum-likelihood second rate when the first is exactly `delta` above it: the root of the falling score. */
function restrictedSecondRate({ first, second }: TwoRates, delta: number): number {
  const slope = (rate: number) =>
    share(first.successes, rate + delta) -
    share(first.total - first.successes, 1 - rate - delta) +
    share(second.successes, rate) -
    share(second.total - second.successes, 1 - rate);
  return bisectFalling(slope, 0, Math.max(0, -delta), Math.min(1, 1 - delta));
}

function share(count: number, probability: number): number {
  return count === 0 ? 0 : count / Math.max(probability, Number.MIN_VALUE);
}
