import { clippedMatches } from "../ngrams/clipped-matches.ts";
import { ngramLevels } from "../ngrams/ngram-levels.ts";
import { splitWhitespace } from "../tokenise/split-whitespace.ts";

/** Counts of one n-gram order in hypothesis and reference, and how many match. */
export type ChrfOrder = { hypothesis: number; reference: number; matches: number };

export type ChrfOrders = { characterOrder: number; wordOrder: number };

/**
 * Counts per order, characters (without white space, by code point) first, then words with punctuation at their ends
 * split off. Where the reference has no n-gram of an order, the hypothesis counts none either.
 *
 * Source: Popović 2015 and 2017 as sacreBLEU counts.
 */
export function chrfStatistics(
  hypothesis: string,
  reference: string,
  { characterOrder, wordOrder }: ChrfOrders,
): ChrfOrder[] {
  const characters = [hypothesis, reference].map((text) => [...splitWhitespace(text).join("")]);
  const words = wordOrder === 0 ? [] : [hypothesis, reference].map(wordsAndPunctuation);
  const levels = [...ngramLevels(characters, characterOrder), ...ngramLevels(words, wordOrder)];
  return levels.map((level) => {
    const wanted = level.ids[1]?.length ?? 0;
    return {
      hypothesis: wanted === 0 ? 0 : (level.ids[0]?.length ?? 0),
      reference: wanted,
      matches: clippedMatches(level),
    };
  });
}

/** One ASCII punctuation mark is split off: the last character, or else the first. */
function wordsAndPunctuation(text: string): string[] {
  return splitWhitespace(text).flatMap((word) => {
    if (word.length === 1) return [word];
    if (isPunctuation(word.charCodeAt(word.length - 1))) return [word.slice(0, -1), word.slice(-1)];
    return isPunctuation(word.charCodeAt(0)) ? [word.slice(0, 1), word.slice(1)] : [word];
  });
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
