import { alignWords, type WordMatch } from "./align-words.ts";

/**
 * METEOR (0 to 1) with its exact and stem modules only: words match when equal after lower-casing, or when NLTK's Porter
 * stems are equal. The synonym module needs WordNet and is left out, so a score can be below NLTK's. Give tokens, not
 * text. `alpha` weighs precision against recall, `beta` and `gamma` shape the penalty for scattered matches.
 *
 * Source: Banerjee & Lavie 2005; the parameters of Lavie & Denkowski 2009 as in NLTK.
 */
export function meteorExactAndStem({
  hypothesisTokens,
  referenceTokens,
  alpha = 0.9,
  beta = 3,
  gamma = 0.5,
}: {
  hypothesisTokens: readonly string[];
  referenceTokens: readonly string[];
  alpha?: number;
  beta?: number;
  gamma?: number;
}): number {
  const matches = alignWords(hypothesisTokens, referenceTokens);
  if (matches.length === 0) return 0;
  const precision = matches.length / hypothesisTokens.length;
  const recall = matches.length / referenceTokens.length;
  const fMean = (precision * recall) / (alpha * precision + (1 - alpha) * recall);
  const penalty = gamma * (countChunks(matches) / matches.length) ** beta;
  return (1 - penalty) * fMean;
}

/** Runs of matches that are neighbours in both texts. */
function countChunks(matches: readonly WordMatch[]): number {
  let chunks = 1;
  for (let index = 1; index < matches.length; index += 1) {
    const before = matches[index - 1];
    const match = matches[index];
    if (!before || !match) continue;
    const adjacent = match.hypothesis === before.hypothesis + 1 && match.reference === before.reference + 1;
    if (!adjacent) chunks += 1;
  }
  return chunks;
}
