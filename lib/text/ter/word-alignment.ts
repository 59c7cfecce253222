import type { EditStep } from "./beam-edit-distance.ts";

export type WordAlignment = {
  /** For each reference word the hypothesis word it is aligned with, or the one before it; -1 before the first. */
  hypothesisOf: number[];
  /** Running count of wrong words before each position, one entry more than words. */
  hypothesisErrors: number[];
  referenceErrors: number[];
};

/** Where the edit path says each reference word is, and which words on each side are wrong. */
export function wordAlignment(steps: readonly EditStep[]): WordAlignment {
  const hypothesisOf: number[] = [];
  const hypothesisErrors = [0];
  const referenceErrors = [0];
  let position = -1;
  for (const step of steps) {
    const wrong = step === "keep" ? 0 : 1;
    if (step !== "insert") {
      position += 1;
      hypothesisErrors.push((hypothesisErrors.at(-1) ?? 0) + wrong);
    }
    if (step !== "delete") {
      hypothesisOf.push(position);
      referenceErrors.push((referenceErrors.at(-1) ?? 0) + wrong);
    }
  }
  return { hypothesisOf, hypothesisErrors, referenceErrors };
}
