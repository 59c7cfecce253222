import type { IncomingHttpHeaders } from "node:http";
import type { FakeMessage } from "../behaviour.ts";

/** A request for an answer, whatever the protocol it came in. */
export type CompletionRequest = {
  model: string;
  messages: FakeMessage[];
  stream: boolean;
  wantsUsage: boolean;
  hasStreamOptions: boolean;
  hasResponseFormat?: boolean;
};

/** An answer, before it is put into the words of a protocol. */
export type AnswerContent = {
  id: string;
  model: string;
  /** The text in the pieces in which it is streamed. */
  pieces: readonly string[];
  toolCalls: readonly { id: string; name: string; arguments: string }[];
  /** As OpenAI names it. */
  finishReason: string;
  usage: { prompt: number; completion: number } | null;
};

export type StreamedEvents = { start: string[]; pieces: string[]; end: string[] };

/** How one maker's servers speak. */
export type Wire = {
  /** The path in front of the protocol's own. */
  prefix: string;
  /** Null when this is not a request for an answer. */
  read(path: string, body: unknown): CompletionRequest | null;
  sentKey(headers: IncomingHttpHeaders): string;
  streamed(content: AnswerContent): StreamedEvents;
  whole(content: AnswerContent): unknown;
  error(status: number, message: string): unknown;
  listPath: string;
  list(models: readonly string[]): unknown;
};

export function eventText(data: unknown, name?: string): string {
  return `${name === undefined ? "" : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}
