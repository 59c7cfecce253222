import { ascendingOrder } from "./p-value-order.ts";

/**
 * Hommel-adjusted p-values in the order of the input: never larger than Holm's, valid for independent and for
 * positively dependent tests. Takes time quadratic in the size of the family.
 *
 * Source: Hommel 1988, Biometrika 75:383, by the algorithm of Wright 1992, Biometrics 48:1005.
 * @throws RangeError when a p-value is outside 0..1.
 */
export function hommel(pValues: readonly number[]): number[] {
  const order = ascendingOrder(pValues);
  const sorted = order.map((position) => pValues[position] ?? 1);
  const family = sorted.length;
  const best = [...sorted];
  for (let size = family; size >= 2; size -= 1) {
    const firstOfTail = family - size + 1;
    let bound = Number.POSITIVE_INFINITY;
    for (let index = firstOfTail; index < family; index += 1) {
      bound = Math.min(bound, (size * (sorted[index] ?? 1)) / (index - firstOfTail + 2));
    }
    for (let index = 0; index < family; index += 1) {
      const candidate = Math.min(bound, size * (sorted[index] ?? 1));
      best[index] = Math.max(best[index] ?? 0, index < firstOfTail ? candidate : bound);
    }
  }
  const adjusted = new Array<number>(family).fill(1);
  order.forEach((position, rank) => {
    adjusted[position] = Math.min(1, best[rank] ?? 1);
  });
  return adjusted;
}
