import { bisectFalling } from "../bisect.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { tangoScore } from "./tango-score.ts";

export type DifferenceInterval = { difference: number; lower: number; upper: number };

/**
 * Tango's score interval for the difference of two pass rates on the same `total` cases, first minus second, as
 * fractions in -1..1. It stays informative where no case differs: (0, 0, 50) gives +-0.0713 at 95 %.
 *
 * Source: Tango 1998, Statistics in Medicine 17:891, equations 24 to 26, solved by bisection.
 * @throws RangeError unless total >= 1, onlyFirst + onlySecond <= total and 0 < confidence < 1.
 */
export function tangoInterval({
  onlyFirst,
  onlySecond,
  total,
  confidence = 0.95,
}: {
  onlyFirst: number;
  onlySecond: number;
  total: number;
  confidence?: number;
}): DifferenceInterval {
  requireCount(onlyFirst, "onlyFirst");
  requireCount(onlySecond, "onlySecond");
  requireCount(total, "total", 1);
  requireOpenUnit(confidence, "confidence");
  if (onlyFirst + onlySecond > total) {
    throw new RangeError(
      `onlyFirst ${onlyFirst} plus onlySecond ${onlySecond} exceed the total of ${total}.`,
    );
  }
  const difference = (onlyFirst - onlySecond) / total;
  const z = normalQuantile(0.5 + confidence / 2);
  const score = (delta: number) => tangoScore({ onlyFirst, onlySecond, total, delta });
  return {
    difference,
    lower: bisectFalling(score, z, -1, difference),
    upper: bisectFalling(score, -z, difference, 1),
  };
}
