import { porterStem } from "../stemming/porter-stem.ts";

/**
 * The words that rouge_score counts: lower case, split at everything outside a-z and 0-9 (letters with accents and all
 * other scripts are dropped), words longer than three letters stemmed with NLTK's Porter stemmer when `stem` is true.
 *
 * Source: rouge_score, Google Research.
 */
export function rougeTokens(text: string, stem: boolean): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  if (!stem) return words;
  return words
    .map((word) => (word.length > 3 ? porterStem(word, "nltk") : word))
    .filter((word) => word !== "");
}
