import type { IncomingHttpHeaders } from "node:http";
import { ProviderError } from "../../provider-error.ts";
import { classifyStatus } from "../http/classify-failure.ts";
import type { ResponseReader } from "../http/exchange.ts";
import { readRetryAfter } from "../http/read-retry-after.ts";
import type { Scrub } from "../http/scrub-secrets.ts";
import type { CompletedAnswer } from "./completed-answer.ts";
import { parseCompletion, withoutChoices } from "./completion-failures.ts";
import { firstChoice } from "./completion-shape.ts";
import { mapFinishReason } from "./map-finish-reason.ts";
import { mapUsage } from "./map-usage.ts";
import { serverWords } from "./server-words.ts";
import { StreamedCompletion } from "./streamed-completion.ts";

const maxErrorBodyChars = 65_536;

/** Collects a body as text and turns a status that is no success into a `ProviderError`. */
export class BodyReader implements ResponseReader {
  protected readonly scrub: Scrub;
  protected status = 0;
  protected headers: IncomingHttpHeaders = {};
  private readonly decoder = new TextDecoder();
  private readonly pieces: string[] = [];
  private chars = 0;

  constructor(scrub: Scrub) {
    this.scrub = scrub;
  }

  start(status: number, headers: IncomingHttpHeaders): void {
    this.status = status;
    this.headers = headers;
  }

  read(chunk: Uint8Array, elapsedMs: number): "more" | "enough" {
    return this.readText(this.decoder.decode(chunk, { stream: true }), elapsedMs);
  }

  isComplete(): boolean {
    return false;
  }

  /** The whole body of a success. `now` is in milliseconds since 1970, for dates in `retry-after`. */
  body(now: number): string {
    const text = this.pieces.join("");
    if (this.isSuccess()) return text;
    const words = serverWords(this.scrub(text)) || "nothing";
    const { errorClass, advice } = classifyStatus(this.status, text);
    const location =
      this.headers.location === undefined ? "" : ` It points to ${this.scrub(this.headers.location)}.`;
    throw new ProviderError(
      `The server answered with status ${this.status}. ${advice}${location.slice(0, 300)} It said: "${words}"`,
      { errorClass, status: this.status, retryAfterMs: readRetryAfter(this.headers, now) },
    );
  }

  protected isSuccess(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  protected readText(text: string, _elapsedMs: number): "more" | "enough" {
    this.pieces.push(text);
    this.chars += text.length;
    return !this.isSuccess() && this.chars > maxErrorBodyChars ? "enough" : "more";
  }
}

/** Reads a chat completion, streamed or whole: what the server sends counts, not what was asked for. */
export class AnswerReader extends BodyReader {
  private stream: StreamedCompletion | null = null;

  override start(status: number, headers: IncomingHttpHeaders): void {
    super.start(status, headers);
    const isStream = headers["content-type"]?.toString().includes("text/event-stream") ?? false;
    if (this.isSuccess() && isStream) this.stream = new StreamedCompletion(this.scrub);
  }

  override isComplete(): boolean {
    return this.stream?.isFinished() ?? false;
  }

  /** The answer, once the body has ended. Throws `ProviderError` where there is none. */
  answer(now: number): CompletedAnswer {
    if (this.stream !== null) return this.stream.finish();
    const text = this.body(now);
    if (/^\s*(?:data|event|:)/.test(text)) return streamWithoutTimes(text, this.scrub);
    const completion = parseCompletion(text, this.scrub);
    const choice = firstChoice(completion);
    if (choice === null) throw withoutChoices(text, this.scrub);
    const message = choice.message ?? choice.delta;
    return {
      output: message?.content || message?.refusal || "",
      finishReason: mapFinishReason(choice.finish_reason),
      timeToFirstTokenMs: null,
      usage: mapUsage(completion.usage),
      id: completion.id ?? null,
      servedModel: completion.model ?? null,
    };
  }

  requestId(): string | null {
    const header = this.headers["x-request-id"] ?? this.headers["request-id"];
    return typeof header === "string" ? header.slice(0, 200) : null;
  }

  protected override readText(text: string, elapsedMs: number): "more" | "enough" {
    if (this.stream === null) return super.readText(text, elapsedMs);
    this.stream.push(text, elapsedMs);
    return this.stream.isDone() ? "enough" : "more";
  }
}

/** Some servers stream without saying so in the content type; then the pieces' arrival was not watched. */
function streamWithoutTimes(text: string, scrub: Scrub): CompletedAnswer {
  const stream = new StreamedCompletion(scrub);
  stream.push(text, null);
  return stream.finish();
}
