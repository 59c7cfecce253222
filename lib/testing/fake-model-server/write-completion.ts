import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FakeBehaviour, FakeMessage } from "./behaviour.ts";
import type { CompletionRequest } from "./completion-request.ts";

type AnswerBehaviour = Extract<FakeBehaviour, { kind: "answer" }>;

/** Answers as OpenAI's chat completions do, streamed or whole, at the pace the behaviour asks for. */
export async function writeCompletion(
  response: ServerResponse,
  request: CompletionRequest,
  id: string,
  behaviour: AnswerBehaviour,
): Promise<void> {
  const text = answerText(behaviour, request.messages);
  const pieces = tokens(text);
  const usage = behaviour.usage === false ? undefined : usageOf(request.messages, pieces.length);
  const finishReason = behaviour.finishReason ?? "stop";
  await pause(behaviour.latencyMs ?? 0);
  if (!request.stream) {
    await pause(pieces.length * msPerToken(behaviour));
    const message = { role: "assistant", content: text };
    const choices = [{ index: 0, message, finish_reason: finishReason }];
    sendJson(response, 200, { id, object: "chat.completion", model: request.model, choices, usage });
    return;
  }
  startStream(response);
  // A server without a pace has all of it at once, and sends it in one piece.
  if (msPerToken(behaviour) === 0) response.cork();
  writeChunk(response, request, id, { role: "assistant", content: "" }, null);
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await pause(msPerToken(behaviour));
    if (response.destroyed) return;
    writeChunk(response, request, id, { content: piece }, null);
  }
  writeChunk(response, request, id, {}, finishReason);
  if (request.stream_options?.include_usage) {
    writeEvent(response, { id, model: request.model, choices: [], usage });
  }
  response.write("data: [DONE]\n\n");
  // Ending a corked response loses everything after its first write (Node 24.21).
  response.uncork();
}

/** The first words of an answer, and nothing to end it. */
export function writeHalfStream(
  response: ServerResponse,
  request: CompletionRequest,
  id: string,
  count: number,
): void {
  startStream(response);
  for (let index = 0; index < count; index += 1)
    writeChunk(response, request, id, { content: `word${index} ` }, null);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function startStream(response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
}

function writeChunk(
  response: ServerResponse,
  request: CompletionRequest,
  id: string,
  delta: Record<string, string>,
  finishReason: string | null,
): void {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  writeEvent(response, { id, object: "chat.completion.chunk", model: request.model, choices });
}

function writeEvent(response: ServerResponse, event: unknown): void {
  response.write(`data: ${JSON.stringify(event)}\n\n`);
}

function answerText({ answer }: AnswerBehaviour, messages: readonly FakeMessage[]): string {
  if (typeof answer === "string") return answer;
  return answer === undefined ? (messages.at(-1)?.content ?? "") : answer(messages);
}

function tokens(text: string): string[] {
  return text.match(/\s*\S+\s*$|\s*\S+/g) ?? (text === "" ? [] : [text]);
}

function usageOf(messages: readonly FakeMessage[], completionTokens: number) {
  const promptTokens = messages.reduce((sum, { content }) => sum + tokens(content).length, 0);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}

function msPerToken({ tokensPerSecond }: AnswerBehaviour): number {
  return tokensPerSecond === undefined ? 0 : 1000 / tokensPerSecond;
}

async function pause(durationMs: number): Promise<void> {
  if (durationMs > 0) await sleep(durationMs);
}
