import { splitWhitespace } from "../tokenise/split-whitespace.ts";
import { tokenIds } from "../tokenise/token-ids.ts";
import { beamEditDistance } from "./beam-edit-distance.ts";
import { bestShift, isSpent, type ShiftBudget } from "./best-shift.ts";

export type TranslationEditRate = {
  /** Percent; can exceed 100. Lower is better. */
  score: number;
  /** Insertions, deletions, substitutions and moves of word runs, against the closest reference. */
  edits: number;
  /** Mean number of words of the references. */
  referenceLength: number;
};

// The edit matrix keeps a byte per pair of words: 25 MB at most.
const LARGEST_PRODUCT = 2.5e7;

/**
 * Translation edit rate of one hypothesis against one or more references: edits to the closest reference, divided by the
 * mean reference length. Words are split at white space and lower-cased. Against references without words it is 0 for an
 * empty hypothesis, else 100. The same figures as sacreBLEU's sentence_ter for texts up to some 800 words; beyond that
 * fewer moves are tried, so the score can only be higher.
 *
 * Source: Snover et al. 2006; tercom's search as sacreBLEU applies it.
 * @throws RangeError when there is no reference, or the product of two word counts exceeds 25 million.
 */
export function translationEditRate({
  hypothesis,
  references,
}: {
  hypothesis: string;
  references: readonly string[];
}): TranslationEditRate {
  if (references.length === 0) throw new RangeError("TER needs at least one reference.");
  const words = splitWhitespace(hypothesis.toLowerCase());
  const targets = references.map((reference) => splitWhitespace(reference.toLowerCase()));
  const edits = targets.reduce(
    (fewest, target) => Math.min(fewest, countEdits(words, target)),
    Number.POSITIVE_INFINITY,
  );
  const referenceLength = targets.reduce((sum, target) => sum + target.length, 0) / targets.length;
  if (referenceLength === 0) return { score: edits === 0 ? 0 : 100, edits, referenceLength };
  return { score: (100 * edits) / referenceLength, edits, referenceLength };
}

function countEdits(hypothesis: readonly string[], target: readonly string[]): number {
  if (target.length === 0) return hypothesis.length;
  if (hypothesis.length * target.length > LARGEST_PRODUCT) {
    throw new RangeError(`Texts of ${hypothesis.length} and ${target.length} words are too long to compare.`);
  }
  const [start, reference] = tokenIds([hypothesis, target]).ids;
  if (!start || !reference) return 0;
  const budget: ShiftBudget = { candidates: 0, cells: 0 };
  let words = start;
  let shifts = 0;
  while (true) {
    const shift = bestShift(words, reference, budget);
    if (!shift || shift.gain <= 0 || isSpent(budget)) break;
    words = shift.words;
    shifts += 1;
  }
  return shifts + beamEditDistance(words, reference).distance;
}
