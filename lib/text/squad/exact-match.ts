import { goldAnswers } from "./gold-answers.ts";
import { normaliseAnswer } from "./normalise-answer.ts";

/**
 * SQuAD exact match: true when the normalised prediction equals any normalised gold. Without golds, the question is
 * unanswerable and only an empty prediction matches.
 *
 * Source: the SQuAD 2.0 evaluation script, Rajpurkar et al. 2018.
 */
export function squadExactMatch(prediction: string, golds: readonly string[]): boolean {
  return goldAnswers(golds).includes(normaliseAnswer(prediction));
}
