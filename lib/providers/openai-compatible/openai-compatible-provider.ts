import { createHttpClient, type HttpClientSettings } from "../http/http-client.ts";
import type { Answer, AnswerRequest, Provider } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";
import { buildRequestBody } from "./build-request-body.ts";
import { AnswerReader } from "./response/read-answer.ts";

export type OpenAiCompatibleSettings = HttpClientSettings & {
  /** The id that the server knows the model by. */
  model: string;
  /** Default true. Without it there is no time to first token. */
  stream?: boolean;
};

/**
 * A client for `POST {baseUrl}/chat/completions` as OpenAI defined it and many servers speak it. It never retries, with
 * one exception: a server that refuses `stream_options` is asked again without. Redirects are not followed, and neither
 * the key nor the extra headers appear in an error.
 */
export function createOpenAiCompatibleProvider(settings: OpenAiCompatibleSettings): Provider {
  const client = createHttpClient(settings);
  const isStreaming = settings.stream ?? true;
  let takesStreamOptions = true;

  const ask = async (request: AnswerRequest, signal: AbortSignal): Promise<Answer> => {
    const mode = !isStreaming ? "whole" : takesStreamOptions ? "stream-with-usage" : "stream";
    const body = buildRequestBody(settings.model, request, mode);
    const reader = new AnswerReader(client.scrub);
    const { latencyMs } = await client.send(
      { method: "POST", path: "/chat/completions", body },
      reader,
      signal,
    );
    const now = Date.now();
    const { id, ...answer } = reader.answer(now);
    const providerRequestId = reader.requestId() ?? id;
    return { ...answer, latencyMs, providerRequestId, rateLimit: reader.rateLimit(now) };
  };

  return {
    async answer(request, signal) {
      const askedForUsage = isStreaming && takesStreamOptions;
      try {
        return await ask(request, signal);
      } catch (error) {
        if (!askedForUsage || !refusesStreamOptions(error)) throw error;
        takesStreamOptions = false;
        return ask(request, signal);
      }
    },
    close: () => client.close(),
  };
}

function refusesStreamOptions(error: unknown): boolean {
  if (!(error instanceof ProviderError)) return false;
  return (error.status === 400 || error.status === 422) && /stream_options|include_usage/.test(error.message);
}
