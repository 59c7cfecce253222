import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";

/**
 * How many runs are needed to see, with the given confidence, at least one failure of a case that fails with
 * probability `failureRate`: the smallest k with 1 - (1 - f)^k >= confidence.
 *
 * @throws RangeError unless 0 < failureRate <= 1 and 0 < confidence < 1.
 */
export function runsToCatchFlake(failureRate: number, confidence = 0.95): number {
  requireWithin(failureRate, "failureRate", Number.MIN_VALUE, 1);
  requireOpenUnit(confidence, "confidence");
  if (failureRate === 1) return 1;
  const exact = Math.log1p(-confidence) / Math.log1p(-failureRate);
  // The slack keeps a whole-number answer (f 0.5, confidence 0.75: 2) from being rounded up by the last bit.
  return Math.max(1, Math.ceil(exact * (1 - 1e-12)));
}
