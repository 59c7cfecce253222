import { clippedMatches } from "../ngrams/clipped-matches.ts";
import { ngramLevels } from "../ngrams/ngram-levels.ts";
import { type BleuTokeniser, bleuTokens } from "./bleu-tokens.ts";

/** Sums over sentences of a corpus; entry 0 of `matches` and `totals` is order 1. */
export type BleuStatistics = {
  matches: number[];
  totals: number[];
  hypothesisLength: number;
  /** Of each sentence, the reference length closest to the hypothesis, the shorter one on a tie. */
  referenceLength: number;
};

export type BleuPair = { hypothesis: string; references: readonly string[] };

export type BleuTokenOptions = { tokeniser: BleuTokeniser; casing: "keep" | "lower"; maximumOrder: number };

/** @throws RangeError when there is no reference, or maximumOrder is not 1 to 9. */
export function bleuStatistics(pair: BleuPair, options: BleuTokenOptions): BleuStatistics {
  const { tokeniser, casing, maximumOrder } = options;
  if (pair.references.length === 0) throw new RangeError("BLEU needs at least one reference per hypothesis.");
  if (!Number.isInteger(maximumOrder) || maximumOrder < 1 || maximumOrder > 9) {
    throw new RangeError(`maximumOrder is ${maximumOrder}; BLEU needs a whole number from 1 to 9.`);
  }
  const hypothesis = bleuTokens(pair.hypothesis, tokeniser, casing);
  const references = pair.references.map((reference) => bleuTokens(reference, tokeniser, casing));
  const levels = ngramLevels([hypothesis, ...references], maximumOrder);
  return {
    matches: levels.map(clippedMatches),
    totals: levels.map((level) => level.ids[0]?.length ?? 0),
    hypothesisLength: hypothesis.length,
    referenceLength: closestLength(
      hypothesis.length,
      references.map((reference) => reference.length),
    ),
  };
}

/** Adds the statistics of sentences. */
export function sumBleuStatistics(
  sentences: readonly BleuStatistics[],
  maximumOrder: number,
): BleuStatistics {
  const orders = Array.from({ length: maximumOrder }, (_, index) => index);
  const sum = (values: (sentence: BleuStatistics) => number) =>
    sentences.reduce((running, sentence) => running + values(sentence), 0);
  return {
    matches: orders.map((order) => sum((sentence) => sentence.matches[order] ?? 0)),
    totals: orders.map((order) => sum((sentence) => sentence.totals[order] ?? 0)),
    hypothesisLength: sum((sentence) => sentence.hypothesisLength),
    referenceLength: sum((sentence) => sentence.referenceLength),
  };
}

function closestLength(length: number, candidates: readonly number[]): number {
  return candidates.reduce((best, candidate) => {
    const gain = Math.abs(best - length) - Math.abs(candidate - length);
    return gain > 0 || (gain === 0 && candidate < best) ? candidate : best;
  });
}
