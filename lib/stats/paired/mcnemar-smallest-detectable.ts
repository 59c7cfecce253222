import { requireOpenUnit } from "../guards/require-open-unit.ts";

/**
 * The fewest cases that must change, all in one direction, before McNemar's test can reach a two-sided p below `alpha`:
 * the smallest m with 2 · 0.5^m < alpha (exact) or 0.5^m < alpha (mid-p). At 0.05 they are 6 and 5. With fewer failing
 * cases left to fix than `exact`, a suite can no longer show an improvement.
 *
 * @throws RangeError unless 0 < alpha < 1.
 */
export function mcnemarSmallestDetectable(alpha = 0.05): { exact: number; midP: number } {
  requireOpenUnit(alpha, "alpha");
  let midP = 1;
  while (0.5 ** midP >= alpha) midP += 1;
  return { exact: midP + 1, midP };
}
