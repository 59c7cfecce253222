import { requireWithin } from "../guards/require-within.ts";

/**
 * How much a case tells runs apart at pass rate p, relative to the most it could: 4p(1 - p). 0 for a case that all pass or all
 * fail, 1 at one half.
 *
 * @throws RangeError unless 0 <= passRate <= 1.
 */
export function caseInformation(passRate: number): number {
  requireWithin(passRate, "passRate", 0, 1);
  return 4 * passRate * (1 - passRate);
}
