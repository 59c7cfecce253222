import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FakeBehaviour, FakeMessage } from "./behaviour.ts";
import type { AnswerContent, CompletionRequest, Wire } from "./wires/wire.ts";

type AnswerBehaviour = Extract<FakeBehaviour, { kind: "answer" }>;

/** Answers in the words of the wire, streamed or whole, at the pace the behaviour asks for. */
export async function writeCompletion(
  response: ServerResponse,
  wire: Wire,
  request: CompletionRequest,
  id: string,
  behaviour: AnswerBehaviour,
): Promise<void> {
  const content = contentOf(request, id, behaviour);
  if (behaviour.latencyMs) await sleep(behaviour.latencyMs);
  const pauseMs = behaviour.tokensPerSecond === undefined ? 0 : 1000 / behaviour.tokensPerSecond;
  if (!request.stream) {
    if (pauseMs > 0) await sleep(content.pieces.length * pauseMs);
    sendJson(response, 200, wire.whole(content), behaviour.headers);
    return;
  }
  const usage = request.wantsUsage ? content.usage : null;
  const { start, pieces, end } = wire.streamed({ ...content, usage });
  startStream(response, behaviour.headers);
  // All at once is one write: a hundred thousand small ones a second would make the server the slow part of a measurement.
  if (pauseMs === 0) {
    response.write([...start, ...pieces, ...end].join(""));
    return;
  }
  if (start.length > 0) response.write(start.join(""));
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await sleep(pauseMs);
    if (response.destroyed) return;
    response.write(piece);
  }
  response.write(end.join(""));
}

/** The first words of an answer, and nothing to end it. */
export function writeHalfStream(
  response: ServerResponse,
  wire: Wire,
  request: CompletionRequest,
  id: string,
  count: number,
): void {
  startStream(response);
  const words = Array.from({ length: count }, (_, index) => `word${index} `);
  const { start, pieces } = wire.streamed({ ...contentOf(request, id, { kind: "answer" }), pieces: words });
  for (const event of [...start, ...pieces]) response.write(event);
}

/** Goes on with the answer for as long as anybody reads it. */
export function writeEndless(
  response: ServerResponse,
  wire: Wire,
  request: CompletionRequest,
  id: string,
): void {
  const word = "x".repeat(10_000);
  const { start, pieces } = wire.streamed({ ...contentOf(request, id, { kind: "answer" }), pieces: [word] });
  const fill = () => {
    while (!response.destroyed && !response.writableNeedDrain) response.write(pieces.join(""));
  };
  startStream(response);
  response.write(start.join(""));
  response.on("drain", fill);
  fill();
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function contentOf(request: CompletionRequest, id: string, behaviour: AnswerBehaviour): AnswerContent {
  const { model, messages } = request;
  const pieces = tokens(answerText(behaviour, messages));
  const toolCalls = (behaviour.toolCalls ?? []).map((call, index) => ({
    id: `call_${id}_${index}`,
    ...call,
  }));
  const prompt = messages.reduce((sum, { content }) => sum + tokens(content).length, 0);
  return {
    id,
    model,
    pieces,
    toolCalls,
    finishReason: behaviour.finishReason ?? (toolCalls.length > 0 ? "tool_calls" : "stop"),
    usage: behaviour.usage === false ? null : { prompt, completion: pieces.length },
  };
}

function startStream(response: ServerResponse, headers: Record<string, string> = {}): void {
  response.writeHead(200, {
    ...headers,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
}

function answerText({ answer }: AnswerBehaviour, messages: readonly FakeMessage[]): string {
  if (typeof answer === "string") return answer;
  return answer === undefined ? (messages.at(-1)?.content ?? "") : answer(messages);
}

function tokens(text: string): string[] {
  return text.match(/\s*\S+\s*$|\s*\S+/g) ?? (text === "" ? [] : [text]);
}
