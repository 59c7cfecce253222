import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/ids/content-hash.ts";
import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import type { ChatMessage } from "#lib/providers/provider.ts";

type CacheableRequest = {
  modelVersion: Pick<ModelVersion, "connection" | "providerModel" | "parameters">;
  prompt: readonly ChatMessage[];
  /** What a service gets besides the prompt. */
  input: unknown;
  /** How a service or a program is asked, and what of the case it may be told; null for a model that gets the prompt alone. */
  asked: { settings: unknown; caseKey: string; metadata: unknown; tags: readonly string[] } | null;
  seed: number | null;
  repetition: number;
};

/**
 * SHA-256 of everything that shapes an answer: the server, its model, the parameters, the prompt as sent, the input, and for a
 * service the templates of its connection and the rest of the case. The repetition is part of it: repetitions measure how much answers vary, and would all be one answer otherwise.
 */
export function answerCacheKey(request: CacheableRequest): Buffer {
  const { modelVersion, prompt, input, asked, seed, repetition } = request;
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
    ...(asked === null ? {} : { asked }),
  };
  return createHash("sha256").update(canonicalJson(content)).digest();
}
