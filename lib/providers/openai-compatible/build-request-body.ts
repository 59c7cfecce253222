import type { AnswerRequest } from "../provider.ts";

type StreamMode = "stream-with-usage" | "stream" | "whole";

/** The JSON body of a chat completion request. `extra` comes first, so it can add fields but replace none of ours. */
export function buildRequestBody(model: string, request: AnswerRequest, mode: StreamMode): string {
  const { parameters } = request;
  return JSON.stringify({
    ...parameters.extra,
    ...definedOnly({
      temperature: parameters.temperature,
      top_p: parameters.topP,
      max_tokens: parameters.maxTokens,
      stop: parameters.stop,
      seed: request.seed ?? parameters.seed,
      response_format: parameters.responseFormat === "json" ? { type: "json_object" } : undefined,
    }),
    model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    ...(mode === "whole" ? { stream: false } : { stream: true }),
    stream_options: mode === "stream-with-usage" ? { include_usage: true } : undefined,
  });
}

/** Undefined fields would hide what `extra` says under the same name. */
function definedOnly(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
