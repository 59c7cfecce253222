import { type BleuScore, type BleuSmoothing, bleuScore } from "./bleu-score.ts";
import { type BleuPair, bleuStatistics, sumBleuStatistics } from "./bleu-statistics.ts";
import type { BleuTokeniser } from "./bleu-tokens.ts";

/** Defaults are sacreBLEU's: tokeniser 13a, case kept, orders 1 to 4, exp smoothing. */
export type BleuOptions = {
  tokeniser?: BleuTokeniser;
  casing?: "keep" | "lower";
  maximumOrder?: number;
  smoothing?: BleuSmoothing;
};

/**
 * Sentence BLEU (0 to 100) of one hypothesis against one or more references, over the orders the hypothesis is long
 * enough for; the same figures as sacreBLEU's sentence_bleu.
 *
 * @throws RangeError when there is no reference, or maximumOrder is not 1 to 9.
 */
export function sentenceBleu(pair: BleuPair, options: BleuOptions = {}): BleuScore {
  const { tokeniser = "13a", casing = "keep", maximumOrder = 4, smoothing = { method: "exp" } } = options;
  return bleuScore(bleuStatistics(pair, { tokeniser, casing, maximumOrder }), smoothing, "effective");
}

/**
 * Corpus BLEU (0 to 100): n-gram counts are added over all pairs before the score is formed, so it is not the mean of
 * sentence scores; the same figures as sacreBLEU's corpus_bleu. 0 for an empty corpus.
 *
 * @throws RangeError when a pair has no reference, or maximumOrder is not 1 to 9.
 */
export function corpusBleu(pairs: readonly BleuPair[], options: BleuOptions = {}): BleuScore {
  const { tokeniser = "13a", casing = "keep", maximumOrder = 4, smoothing = { method: "exp" } } = options;
  const sentences = pairs.map((pair) => bleuStatistics(pair, { tokeniser, casing, maximumOrder }));
  return bleuScore(sumBleuStatistics(sentences, maximumOrder), smoothing, "all");
}
