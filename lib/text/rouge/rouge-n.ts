import { clippedMatches } from "../ngrams/clipped-matches.ts";
import { ngramLevels } from "../ngrams/ngram-levels.ts";
import { type RougeScore, rougeScore } from "./rouge-score.ts";
import { rougeTokens } from "./rouge-tokens.ts";

/**
 * ROUGE-N of one prediction against one target: overlap of their word n-grams of the given order, as fractions in 0..1;
 * all zero when either side has no n-gram. `stem` applies NLTK's Porter stemmer.
 *
 * Source: Lin 2004; the same figures as rouge_score.
 * @throws RangeError unless order is 1 to 9.
 */
export function rougeN({
  target,
  prediction,
  order,
  stem,
}: {
  target: string;
  prediction: string;
  order: number;
  stem: boolean;
}): RougeScore {
  if (!Number.isInteger(order) || order < 1 || order > 9) {
    throw new RangeError(`order is ${order}; ROUGE-N needs a whole number from 1 to 9.`);
  }
  const levels = ngramLevels([rougeTokens(prediction, stem), rougeTokens(target, stem)], order);
  const level = levels[order - 1] ?? { ids: [], distinct: 0 };
  const [predicted, wanted] = level.ids;
  return rougeScore(clippedMatches(level), wanted?.length ?? 0, predicted?.length ?? 0);
}
