import { mean } from "../mean.ts";

/**
 * Sample variance with n - 1 in the denominator; null with fewer than two values.
 *
 * @throws RangeError when a value is not finite.
 */
export function variance(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  let sum = 0;
  for (const value of values) sum += (value - centre) ** 2;
  return sum / (values.length - 1);
}
