import { splitWhitespace } from "../tokenise/split-whitespace.ts";
import { editDistance } from "./levenshtein.ts";

export type WordErrorRate = {
  /** Errors for each word of the reference; can exceed 1. Infinity for a reference without words, unless both have none: 0. */
  rate: number;
  /** Words inserted, left out or replaced. */
  errors: number;
  referenceWords: number;
};

/**
 * Word error rate of a hypothesis against one reference. Words are split at white space and compared as they are.
 *
 * @throws RangeError as levenshteinDistance, for words.
 */
export function wordErrorRate({
  reference,
  hypothesis,
}: {
  reference: string;
  hypothesis: string;
}): WordErrorRate {
  const words = splitWhitespace(reference);
  const errors = editDistance(words, splitWhitespace(hypothesis));
  const rate = errors === 0 ? 0 : errors / words.length;
  return { rate, errors, referenceWords: words.length };
}
