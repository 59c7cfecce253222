import { z } from "zod";

const requestSchema = z.object({ model: z.string(), input: z.array(z.string()) });
const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * Embeddings as OpenAI sends them, last text first. A vector counts the letters of its text, so that texts of the same letters are
 * close; a text is paid by its characters.
 */
export function embeddingsOf(body: unknown): unknown {
  const { model, input } = requestSchema.parse(body);
  const tokens = input.reduce((sum, text) => sum + text.length, 0);
  return {
    object: "list",
    model,
    data: input
      .map((text, index) => ({ object: "embedding", index, embedding: countLetters(text) }))
      .reverse(),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

function countLetters(text: string): number[] {
  const lower = text.toLowerCase();
  return [...letters].map((letter) => lower.split(letter).length - 1);
}
