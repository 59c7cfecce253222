import { goldAnswers } from "./gold-answers.ts";
import { normaliseAnswer } from "./normalise-answer.ts";

/**
 * SQuAD token F1 in 0..1: the overlap of the two bags of normalised words, the best over all golds. Where one side is
 * empty it is 1 if both are, else 0. Without golds, the question is unanswerable and only an empty prediction scores.
 *
 * Source: the SQuAD 2.0 evaluation script, Rajpurkar et al. 2018.
 */
export function squadTokenF1(prediction: string, golds: readonly string[]): number {
  const words = tokens(normaliseAnswer(prediction));
  return goldAnswers(golds).reduce((best, gold) => Math.max(best, bagF1(words, tokens(gold))), 0);
}

function tokens(normalised: string): string[] {
  return normalised === "" ? [] : normalised.split(" ");
}

function bagF1(prediction: readonly string[], gold: readonly string[]): number {
  if (prediction.length === 0 || gold.length === 0) return prediction.length === gold.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of prediction) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(word, count - 1);
    }
  }
  return (2 * shared) / (prediction.length + gold.length);
}
