import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import { noExpectedValue, unscored } from "../../grade-result.ts";
import type { OutsideKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { quote } from "../../reading/quote.ts";
import { cosineSimilarity } from "./cosine-similarity.ts";

const MAX_CHARS = 100_000;

const configSchema = z.strictObject({
  connectionId: idSchema.nullable(),
  model: z.string().trim().max(300, "A model id has at most 300 characters."),
});
export type EmbeddingSimilarityConfig = z.output<typeof configSchema>;

/**
 * The cosine of the angle between the embeddings of the answer and of the expected value, in 0..1 (a negative cosine is 0). Of several
 * accepted answers the closest counts. What a cosine means differs from model to model: the threshold has to be chosen on labelled pairs.
 */
export const embeddingSimilarity: OutsideKind<EmbeddingSimilarityConfig> = {
  kind: "embedding-similarity",
  execution: "remote",
  family: "meaning",
  label: "Embedding similarity",
  explanation: "Scores how close the answer is to the expected value in the eyes of an embedding model.",
  direction: "higher",
  defaultThreshold: 0.8,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: { connectionId: null, model: "" },
  references: ({ connectionId, model }) => ({
    connectionIds: connectionId === null ? [] : [connectionId],
    missing: {
      ...(connectionId === null && { connectionId: "Choose the connection that embeds." }),
      ...(model === "" && { model: "Enter the id of the embedding model." }),
    },
  }),
  callsPerAnswer: () => 1,
  open({ connectionId, model }, { embeddings }) {
    return async ({ expected, output }, signal) => {
      if (connectionId === null || model === "")
        return unscored("No embedding model is chosen. Choose one in the grader's settings.");
      const accepted = acceptedAnswers(expected)?.filter((text) => text.trim() !== "") ?? [];
      if (accepted.length === 0) return noExpectedValue;
      if (output.trim() === "") return unscored("The answer is empty, so it has no meaning to compare.");
      const texts = [output, ...accepted];
      if (texts.some((text) => text.length > MAX_CHARS))
        return unscored(
          "The answer or the expected value is longer than 100,000 characters, which no embedding model takes.",
        );
      const result = await embeddings.embed({ connectionId, model, texts }, signal);
      const { usage } = result;
      if (result.type === "failed") return { ...unscored(result.reason), usage };
      const [own, ...others] = result.vectors;
      const cosines = others.map((vector) => cosineSimilarity(own ?? [], vector));
      const best = cosines.reduce<number | null>(
        (most, cosine) => (cosine !== null && (most === null || cosine > most) ? cosine : most),
        null,
      );
      if (best === null)
        return { ...unscored("The embeddings have no direction, so there is no angle between them."), usage };
      const closest = accepted[cosines.indexOf(best)] ?? "";
      const reason = `The cosine to ${quote(closest)} is ${best.toFixed(3)}; the answer is ${quote(output)}.`;
      return {
        status: "scored",
        score: Math.min(1, Math.max(0, best)),
        reason,
        detail: { cosine: best },
        usage,
      };
    };
  },
};
