import { requireFinite } from "../guards/require-finite.ts";
import { quantile } from "../quantile.ts";

/**
 * Theil-Sen line through values at times 0, 1, 2, ...: the median of all slopes between two of them, and an intercept through both
 * medians. One wild run does not move it. Takes time and memory quadratic in the length. Null with fewer than two values.
 *
 * Source: Theil 1950; Sen 1968, JASA 63:1379.
 * @throws RangeError when a value is not finite.
 */
export function theilSen(values: readonly number[]): { slope: number; intercept: number } | null {
  requireFinite(values, "values");
  const slopes = values.flatMap((value, index) =>
    values.slice(index + 1).map((later, distance) => (later - value) / (distance + 1)),
  );
  const slope = quantile(slopes, 0.5);
  const middle = quantile(values, 0.5);
  if (slope === null || middle === null) return null;
  return { slope, intercept: middle - (slope * (values.length - 1)) / 2 };
}
