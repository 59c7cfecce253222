import { variance } from "./variance.ts";

/**
 * Standard error of a mean, sqrt(s² / n) with s² over n - 1; null with fewer than two values.
 *
 * Source: Miller 2024, arXiv 2411.00640, equation 1.
 * @throws RangeError when a value is not finite.
 */
export function standardError(values: readonly number[]): number | null {
  const spread = variance(values);
  return spread === null ? null : Math.sqrt(spread / values.length);
}
