import { BodyReader } from "../../http/body-reader.ts";
import { createHttpClient, type HttpClientSettings } from "../../http/http-client.ts";
import { countOf, listOf, memberOf, parseJson } from "../../json-fields.ts";
import type { RateLimit } from "../../provider.ts";
import { ProviderError } from "../../provider-error.ts";
import { unreadable } from "../response/completion-failures.ts";

export type Embeddings = {
  /** One vector for each text, in their order, all of one length. */
  vectors: Float32Array<ArrayBuffer>[];
  /** As the server reported it; null where it did not. */
  promptTokens: number | null;
  rateLimit: RateLimit | null;
};

export type EmbeddingClient = {
  embed(texts: readonly string[], signal: AbortSignal): Promise<Embeddings>;
  close(): Promise<void>;
};

/** A client for `POST {baseUrl}/embeddings` as OpenAI defined it. Never retries; rejects with `ProviderError`. */
export function createEmbeddingClient(settings: HttpClientSettings & { model: string }): EmbeddingClient {
  const client = createHttpClient(settings);
  return {
    async embed(texts, signal) {
      const body = JSON.stringify({ model: settings.model, input: texts, encoding_format: "float" });
      const reader = new BodyReader(client.scrub);
      await client.send({ method: "POST", path: "/embeddings", body }, reader, signal);
      const now = Date.now();
      const text = reader.body(now);
      const answer = parseJson(text);
      const vectors = vectorsOf(memberOf(answer, "data"), texts.length);
      if (vectors === null) throw notEmbeddings(unreadable(text, client.scrub));
      const promptTokens = countOf(memberOf(memberOf(answer, "usage"), "prompt_tokens"));
      return { vectors, promptTokens, rateLimit: reader.rateLimit(now) };
    },
    close: () => client.close(),
  };
}

function vectorsOf(data: unknown, count: number): Float32Array<ArrayBuffer>[] | null {
  const items = listOf(data);
  if (items === null || items.length !== count) return null;
  const vectors: (Float32Array<ArrayBuffer> | undefined)[] = new Array(count).fill(undefined);
  for (const [position, item] of items.entries()) {
    const index = countOf(memberOf(item, "index")) ?? position;
    const numbers = listOf(memberOf(item, "embedding"));
    if (numbers === null || numbers.length === 0 || index >= count) return null;
    if (!numbers.every((value): value is number => Number.isFinite(value))) return null;
    vectors[index] = Float32Array.from(numbers);
  }
  const length = vectors[0]?.length;
  const complete = vectors.filter((vector) => vector !== undefined && vector.length === length);
  return complete.length === count ? complete.flatMap((vector) => vector ?? []) : null;
}

function notEmbeddings({ message, errorClass, status }: ProviderError): ProviderError {
  return new ProviderError(message.replace("a chat completion", "embeddings of the texts"), {
    errorClass,
    status,
  });
}
