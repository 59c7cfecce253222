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
  return words.map(stemOf).filter((word) => word !== "");
}

/** The words of a run repeat: remembering their stems makes ROUGE with the stemmer twice as quick. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;
const LONGEST_KEPT = 40;

function stemOf(word: string): string {
  if (word.length <= 3) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = porterStem(word, "nltk");
  if (word.length > LONGEST_KEPT) return stem;
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}
