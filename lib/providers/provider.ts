import type { ModelParameters } from "./model-parameters.ts";

/** `url` is an http(s) address or a data URL. */
export type ContentPart = { type: "text"; text: string } | { type: "image"; url: string };
export type MessageContent = string | readonly ContentPart[];

/** A function that the model asks to be called. `arguments` is JSON as the model wrote it, which may be no valid JSON. */
export type ToolCall = { id: string; name: string; arguments: string };

export type ChatMessage =
  | { role: "system" | "user"; content: MessageContent }
  | { role: "assistant"; content: MessageContent; toolCalls?: readonly ToolCall[] }
  /** What a tool gave back for the call with this id. */
  | { role: "tool"; content: MessageContent; toolCallId: string };

/**
 * `input` is the case input as stored; chat models ignore it, built-in models read nothing else. `caseKey` and
 * `repetition` (from 1) say which attempt this is, for answers that were recorded. `seed` wins over `parameters.seed`.
 */
export type AnswerRequest = {
  messages: readonly ChatMessage[];
  input: unknown;
  caseKey: string;
  repetition: number;
  /** Of the case, for services and programs that are told about it. */
  metadata?: Readonly<Record<string, unknown>>;
  tags?: readonly string[];
  parameters: ModelParameters;
  seed?: number;
};

/** Counts as the server reported them; null where it reported none. Never estimated. `promptTokens` includes cached ones. */
export type Usage = {
  promptTokens: number | null;
  completionTokens: number | null;
  cachedTokens: number | null;
  reasoningTokens: number | null;
};

export const unknownUsage: Usage = {
  promptTokens: null,
  completionTokens: null,
  cachedTokens: null,
  reasoningTokens: null,
};

/** What is left of the server's own limits and how long until it is whole again, in milliseconds; null where it did not say. */
export type RateLimit = {
  remainingRequests: number | null;
  requestsResetMs: number | null;
  remainingTokens: number | null;
  tokensResetMs: number | null;
};

/**
 * One model answer.
 * `latencyMs` runs from the moment the request is written to its connection to the end of the answer: waiting for a
 * free connection is not the model's time. It is null only for a recorded answer whose latency is not known.
 * `timeToFirstTokenMs` has the same start and ends at the first non-empty piece of text or of a tool call; it is null when
 * the answer did not arrive in pieces. `toolCalls` is null when there are none, never empty; `output` is then the text
 * beside them, often "".
 */
export type Answer = {
  output: string;
  toolCalls: readonly ToolCall[] | null;
  finishReason: string | null;
  latencyMs: number | null;
  timeToFirstTokenMs: number | null;
  usage: Usage;
  /** Of a recorded answer: what it had cost when it was made, null where that is not known. Nothing is paid for it again. */
  recordedCostMicroUsd?: number | null;
  providerRequestId: string | null;
  servedModel: string | null;
  rateLimit: RateLimit | null;
};

/** Rejects with `ProviderError` and nothing else. After `close()` every call is rejected; closing twice is fine. */
export type Provider = {
  answer(request: AnswerRequest, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
};
