import { cr2Error } from "#lib/stats/error-bars/cr2-error.ts";
import { intervalAround } from "#lib/stats/error-bars/t-interval.ts";

/** `units` units with `size` values each: the sum of their sums, and of the squares of their sums. */
export type UnitSums = { size: number; units: number; sum: number; squares: number };

/**
 * 95 % t interval of the mean of values that are independent between units only, from sums by unit; with one value a unit it is the
 * plain t interval. Not cut off at any bound. Null with fewer than two units.
 */
export function meanInterval(
  groups: readonly UnitSums[],
): { estimate: number; lower: number; upper: number; n: number } | null {
  const n = groups.reduce((total, { size, units }) => total + size * units, 0);
  if (n === 0) return null;
  const mean = groups.reduce((total, { sum }) => total + sum, 0) / n;
  const error = cr2Error(
    groups.map(({ size, units, sum, squares }) => {
      const expected = size * mean;
      const residuals = Math.max(0, squares - 2 * expected * sum + units * expected ** 2);
      return { size, clusters: units, sum: Math.sqrt(residuals / units) };
    }),
    n,
  );
  if (error === null) return null;
  const { lower, upper } = intervalAround(mean, error.standardError, error.degreesOfFreedom, 0.95);
  return { estimate: mean, lower, upper, n };
}
