import { normaliseAnswer } from "./normalise-answer.ts";

/**
 * The normalised golds to compare with. Golds that normalise to nothing are left out; where none remains, the question
 * counts as unanswerable and the one gold is the empty answer, as in the SQuAD 2.0 evaluation script.
 */
export function goldAnswers(golds: readonly string[]): string[] {
  const normalised = golds.map(normaliseAnswer).filter((gold) => gold !== "");
  return normalised.length === 0 ? [""] : normalised;
}
