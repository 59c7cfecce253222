import { wilsonInterval } from "../intervals/wilson.ts";
import type { DifferenceInterval } from "../paired/tango.ts";
import { requireTwoRates, type TwoRates } from "./two-rates-input.ts";

/**
 * Newcombe's interval for the difference of two independent rates, first minus second, from the Wilson limits of each.
 * Null when either total is 0.
 *
 * Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
 * @throws RangeError unless the counts are whole with successes <= total, and 0 < confidence < 1.
 */
export function newcombeIndependentInterval({
  first,
  second,
  confidence = 0.95,
}: TwoRates & { confidence?: number }): DifferenceInterval | null {
  requireTwoRates({ first, second });
  const a = wilsonInterval({ ...first, confidence });
  const b = wilsonInterval({ ...second, confidence });
  if (!a || !b) return null;
  const difference = a.estimate - b.estimate;
  return {
    difference,
    lower: Math.max(-1, difference - Math.hypot(a.estimate - a.lower, b.upper - b.estimate)),
    upper: Math.min(1, difference + Math.hypot(a.upper - a.estimate, b.estimate - b.lower)),
  };
}
