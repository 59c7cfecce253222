import { z } from "zod";
import { inputText } from "./input-text.ts";
import { labelledExamples } from "./labelled-examples.ts";
import type { Predictor, TrainingExample } from "./predictor.ts";
import { buildTfIdfIndex } from "./tf-idf-index.ts";

export const nearestNeighboursConfigSchema = z.strictObject({
  /** How many neighbours vote. */
  k: z.int().min(1).max(100).default(5),
  inputField: z.string().min(1).optional(),
  labelField: z.string().min(1).optional(),
});

export type NearestNeighboursConfig = z.infer<typeof nearestNeighboursConfigSchema>;

/** Sums closer than this differ by the order of additions only, and count as a tie. */
const tie = 1e-12;

/**
 * The label of the k most similar training texts (TF-IDF, cosine), each voting with its similarity; ties go to the
 * alphabetically first label. An input that shares no word with any example gets the most frequent label, with
 * confidence 0. Throws `ProviderError` when there is nothing to learn from.
 */
export function trainNearestNeighbours(
  examples: Iterable<TrainingExample>,
  config: NearestNeighboursConfig,
): Predictor {
  const documents = labelledExamples(examples, config);
  const index = buildTfIdfIndex(documents.map(({ text }) => text));
  const fallback = winner(documents.map(({ label }) => ({ label, weight: 1 }))).label;
  return {
    predict(input) {
      const neighbours = index.nearest(inputText(input, config.inputField), config.k);
      if (neighbours.length === 0) return { output: fallback, confidence: 0 };
      const vote = winner(
        neighbours.map(({ document, similarity }) => ({
          label: documents[document]?.label ?? "",
          weight: similarity,
        })),
      );
      return { output: vote.label, confidence: vote.share };
    },
  };
}

function winner(votes: readonly { label: string; weight: number }[]): { label: string; share: number } {
  const weightOf = new Map<string, number>();
  let total = 0;
  for (const { label, weight } of votes) {
    weightOf.set(label, (weightOf.get(label) ?? 0) + weight);
    total += weight;
  }
  let best = { label: "", weight: 0 };
  for (const label of [...weightOf.keys()].sort()) {
    const weight = weightOf.get(label) ?? 0;
    if (weight > best.weight + tie) best = { label, weight };
  }
  return { label: best.label, share: Math.min(1, best.weight / total) };
}
