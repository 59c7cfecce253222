import { requireFinite } from "./guards/require-finite.ts";

/**
 * Arithmetic mean; null when there are no values.
 *
 * @throws RangeError when a value is not finite.
 */
export function mean(values: readonly number[]): number | null {
  requireFinite(values, "values");
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  if (Number.isFinite(sum)) return sum / values.length;
  return values.reduce((running, value) => running + value / values.length, 0);
}
