import { type BleuScore, type BleuSmoothing, bleuScore } from "./bleu-score.ts";
import type { BleuStatistics } from "./bleu-statistics.ts";

/**
 * What a corpus adds up for one sentence, as a row of numbers: matches by order, totals by order, length of the hypothesis and of the
 * reference; 2 · orders + 2 in all. Rows may be stored with a grade and added in any order.
 */
export function bleuSums({ matches, totals, hypothesisLength, referenceLength }: BleuStatistics): number[] {
  return [...matches, ...totals, hypothesisLength, referenceLength];
}

/** Corpus BLEU of added rows. @throws RangeError unless there are 2 · orders + 2 numbers. */
export function bleuOfSums(sums: ArrayLike<number>, smoothing: BleuSmoothing): BleuScore {
  const orders = (sums.length - 2) / 2;
  if (!Number.isInteger(orders) || orders < 1) {
    throw new RangeError(`BLEU needs 2 · orders + 2 sums and got ${sums.length}.`);
  }
  const values = Array.from(sums);
  return bleuScore(
    {
      matches: values.slice(0, orders),
      totals: values.slice(orders, 2 * orders),
      hypothesisLength: values[2 * orders] ?? 0,
      referenceLength: values[2 * orders + 1] ?? 0,
    },
    smoothing,
    "all",
  );
}
