import { pearson, requirePairs } from "./pearson.ts";

/**
 * Spearman's rank correlation, equal values sharing their mean rank. Null with fewer than two pairs, or where either list never
 * varies.
 *
 * @throws RangeError when the lists differ in length or a value is not finite.
 */
export function spearman(first: readonly number[], second: readonly number[]): number | null {
  requirePairs(first, second);
  return pearson(midRanks(first), midRanks(second));
}

/** Ranks from 1, equal values sharing the mean of theirs. */
function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let position = start; position < end; position += 1)
      ranks[order[position] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}
