import { ascendingOrder } from "./p-value-order.ts";

/**
 * Bonferroni-adjusted p-values in the order of the input: min(1, m p).
 *
 * @throws RangeError when a p-value is outside 0..1.
 */
export function bonferroni(pValues: readonly number[]): number[] {
  const family = ascendingOrder(pValues).length;
  return pValues.map((pValue) => Math.min(1, family * pValue));
}
