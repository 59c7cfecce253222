import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FakeBehaviour, FakeMessage } from "./behaviour.ts";
import type { CompletionRequest } from "./completion-request.ts";

type AnswerBehaviour = Extract<FakeBehaviour, { kind: "answer" }>;
type WireToolCall = { index: number; function: { name: string; arguments: string } };

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
  const toolCalls = (behaviour.toolCalls ?? []).map((call, index) => ({
    index,
    id: `call_${id}_${index}`,
    type: "function",
    function: call,
  }));
  const finishReason = behaviour.finishReason ?? (toolCalls.length > 0 ? "tool_calls" : "stop");
  if (behaviour.latencyMs) await sleep(behaviour.latencyMs);
  const pauseMs = behaviour.tokensPerSecond === undefined ? 0 : 1000 / behaviour.tokensPerSecond;
  if (!request.stream) {
    if (pauseMs > 0) await sleep(pieces.length * pauseMs);
    const called = toolCalls.length > 0 ? { tool_calls: toolCalls } : {};
    const message = { role: "assistant", content: text, ...called };
    const choices = [{ index: 0, message, finish_reason: finishReason }];
    const body = { id, object: "chat.completion", model: request.model, choices, usage };
    sendJson(response, 200, body, behaviour.headers);
    return;
  }
  const chunk = (delta: unknown, reason: string | null = null) => chunkEvent(request, id, delta, reason);
  const words = pieces.map((content) => chunk({ content }));
  const end = [
    ...toolCalls.flatMap(toolCallDeltas).map((delta) => chunk(delta)),
    chunk({}, finishReason),
    ...(request.stream_options?.include_usage
      ? [event({ id, model: request.model, choices: [], usage })]
      : []),
    "data: [DONE]\n\n",
  ];
  startStream(response, behaviour.headers);
  const start = chunk({ role: "assistant", content: "" });
  // All at once is one write: a hundred thousand small ones a second would make the server the slow part of a measurement.
  if (pauseMs === 0) {
    response.write(start + words.join("") + end.join(""));
    return;
  }
  response.write(start);
  for (const [index, word] of words.entries()) {
    if (index > 0) await sleep(pauseMs);
    if (response.destroyed) return;
    response.write(word);
  }
  response.write(end.join(""));
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
    response.write(chunkEvent(request, id, { content: `word${index} ` }, null));
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function startStream(response: ServerResponse, headers: Record<string, string> = {}): void {
  response.writeHead(200, {
    ...headers,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
}

function chunkEvent(request: CompletionRequest, id: string, delta: unknown, reason: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: reason }];
  return event({ id, object: "chat.completion.chunk", model: request.model, choices });
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** A call in two pieces, as servers send them: its name and the first half of the arguments, then the rest. */
function toolCallDeltas({ function: called, ...call }: WireToolCall): unknown[] {
  const half = Math.ceil(called.arguments.length / 2);
  const first = { ...call, function: { name: called.name, arguments: called.arguments.slice(0, half) } };
  const rest = { index: call.index, function: { arguments: called.arguments.slice(half) } };
  return [{ tool_calls: [first] }, { tool_calls: [rest] }];
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
