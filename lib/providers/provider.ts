import type { ModelParameters } from "./model-parameters.ts";

export type ChatMessage = { role: "system" | "user" | "assistant"; content: string };

/** `input` is the case input as stored; chat models ignore it, built-in models read nothing else. `seed` wins over `parameters.seed`. */
export type AnswerRequest = {
  messages: readonly ChatMessage[];
  input: unknown;
  parameters: ModelParameters;
  seed?: number;
};

/** Counts as the server reported them; null where it reported none. Never estimated. */
export type Usage = {
  promptTokens: number | null;
  completionTokens: number | null;
  cachedTokens: number | null;
  reasoningTokens: number | null;
};

/**
 * One model answer.
 * `latencyMs` runs from the moment the request is written to its connection to the end of the answer: waiting for a
 * free connection is not the model's time. `timeToFirstTokenMs` has the same start and ends at the first non-empty
 * piece of content; it is null when the answer did not arrive in pieces.
 */
export type Answer = {
  output: string;
  finishReason: string | null;
  latencyMs: number;
  timeToFirstTokenMs: number | null;
  usage: Usage;
  providerRequestId: string | null;
  servedModel: string | null;
};

/** Rejects with `ProviderError` and nothing else. After `close()` every call is rejected; closing twice is fine. */
export type Provider = {
  answer(request: AnswerRequest, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
};
