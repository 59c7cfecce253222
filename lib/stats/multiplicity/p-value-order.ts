import { requireWithin } from "../guards/require-within.ts";

/** Positions of the p-values from smallest to largest. @throws RangeError when one is outside 0..1. */
export function ascendingOrder(pValues: readonly number[]): number[] {
  pValues.forEach((pValue, index) => {
    requireWithin(pValue, `pValues[${index}]`, 0, 1);
  });
  return pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
}
