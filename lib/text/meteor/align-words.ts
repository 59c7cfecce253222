import { porterStem } from "../stemming/porter-stem.ts";

/** A hypothesis word and the reference word it stands for, by position. */
export type WordMatch = { hypothesis: number; reference: number };

/**
 * One-to-one alignment of lower-cased words: equal words first, then equal stems among the rest. Both passes go from the
 * end to the beginning and take the last free partner, as NLTK does. Sorted by hypothesis position.
 */
export function alignWords(hypothesis: readonly string[], reference: readonly string[]): WordMatch[] {
  const left = hypothesis.map((word, position) => ({ word: word.toLowerCase(), position }));
  const right = reference.map((word, position) => ({ word: word.toLowerCase(), position }));
  const exact = matchLastFirst(left, right);
  const stems = matchLastFirst(unmatched(left, exact, "hypothesis"), unmatched(right, exact, "reference"));
  return [...exact, ...stems].sort((a, b) => a.hypothesis - b.hypothesis);
}

type PlacedWord = { word: string; position: number };

function matchLastFirst(left: readonly PlacedWord[], right: readonly PlacedWord[]): WordMatch[] {
  const free = new Map<string, number[]>();
  for (const { word, position } of right) {
    const positions = free.get(word);
    if (positions) positions.push(position);
    else free.set(word, [position]);
  }
  const matches: WordMatch[] = [];
  for (const { word, position } of [...left].reverse()) {
    const reference = free.get(word)?.pop();
    if (reference !== undefined) matches.push({ hypothesis: position, reference });
  }
  return matches;
}

function unmatched(
  words: readonly PlacedWord[],
  matches: readonly WordMatch[],
  side: "hypothesis" | "reference",
): PlacedWord[] {
  const taken = new Set(matches.map((match) => match[side]));
  return words
    .filter(({ position }) => !taken.has(position))
    .map(({ word, position }) => ({ word: porterStem(word, "nltk"), position }));
}
