import { ascendingOrder } from "./p-value-order.ts";

/**
 * Holm-adjusted p-values in the order of the input: they control the chance of any false alarm in the family, for
 * gates and small families.
 *
 * Source: Holm 1979, Scandinavian Journal of Statistics 6:65.
 * @throws RangeError when a p-value is outside 0..1.
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length).fill(1);
  let running = 0;
  ascendingOrder(pValues).forEach((position, rank) => {
    running = Math.max(running, Math.min(1, (pValues.length - rank) * (pValues[position] ?? 1)));
    adjusted[position] = running;
  });
  return adjusted;
}
