import { type ChrfSmoothing, chrfScore } from "./chrf-score.ts";
import type { ChrfOrder } from "./chrf-statistics.ts";

/**
 * What a corpus adds up for one pair, as a row of numbers: n-grams of hypothesis, of reference, and matches, for each order. Rows may
 * be stored with a grade and added in any order.
 */
export function chrfSums(orders: readonly ChrfOrder[]): number[] {
  return orders.flatMap(({ hypothesis, reference, matches }) => [hypothesis, reference, matches]);
}

/** Corpus chrF of added rows. @throws RangeError unless there are three numbers for each order. */
export function chrfOfSums(sums: ArrayLike<number>, beta: number, smoothing: ChrfSmoothing): number {
  if (sums.length === 0 || sums.length % 3 !== 0) {
    throw new RangeError(`chrF needs three sums for each order and got ${sums.length}.`);
  }
  const orders = Array.from({ length: sums.length / 3 }, (_, order) => ({
    hypothesis: sums[3 * order] ?? 0,
    reference: sums[3 * order + 1] ?? 0,
    matches: sums[3 * order + 2] ?? 0,
  }));
  return chrfScore(orders, beta, smoothing);
}
