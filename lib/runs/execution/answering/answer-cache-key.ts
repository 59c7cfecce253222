import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/ids/content-hash.ts";
import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import type { ChatMessage } from "#lib/providers/provider.ts";

type CacheableRequest = {
  modelVersion: Pick<ModelVersion, "connection" | "providerModel" | "parameters">;
  prompt: readonly ChatMessage[];
  /** What a service gets besides the prompt. */
  input: unknown;
  seed: number | null;
  repetition: number;
};

/**
 * SHA-256 of everything that shapes an answer: the server, its model, the parameters, the prompt as sent and the input. The repetition is
 * part of it: repetitions measure how much answers vary, and would all be one answer otherwise.
 */
export function answerCacheKey({ modelVersion, prompt, input, seed, repetition }: CacheableRequest): Buffer {
  const { connection, providerModel, parameters } = modelVersion;
  const content = {
    connectionId: connection?.id,
    baseUrl: connection?.baseUrl,
    providerModel,
    parameters,
    prompt,
    input,
    seed,
    repetition,
  };
  return createHash("sha256").update(canonicalJson(content)).digest();
}
