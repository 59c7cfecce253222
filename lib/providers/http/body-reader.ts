import type { IncomingHttpHeaders } from "node:http";
import { StringDecoder } from "node:string_decoder";
import { classifyStatus } from "../failures/classify-status.ts";
import { serverWords } from "../failures/server-words.ts";
import type { RateLimit } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";
import type { ResponseReader } from "./exchange.ts";
import { readRateLimit } from "./read-rate-limit.ts";
import { readRetryAfter } from "./read-retry-after.ts";
import type { Scrub } from "./scrub-secrets.ts";

const maxErrorBodyChars = 65_536;
const byteOrderMark = "\uFEFF";

/** Collects a body as text and turns a status that is no success into a `ProviderError`. */
export class BodyReader implements ResponseReader {
  protected readonly scrub: Scrub;
  protected status = 0;
  protected headers: IncomingHttpHeaders = {};
  // Much quicker than a TextDecoder for the many small pieces of a stream.
  private readonly decoder = new StringDecoder("utf8");
  private pieces: string[] = [];
  private chars = 0;

  constructor(scrub: Scrub) {
    this.scrub = scrub;
  }

  start(status: number, headers: IncomingHttpHeaders): void {
    this.status = status;
    this.headers = headers;
  }

  read(chunk: Buffer, elapsedMs: number): "more" | "enough" {
    return this.readText(this.decoder.write(chunk), elapsedMs);
  }

  isComplete(): boolean {
    return false;
  }

  /** The whole body of a success. `now` is in milliseconds since 1970, for dates in headers. */
  body(now: number): string {
    const text = this.pieces.join("") + this.decoder.end();
    if (this.isSuccess()) return text.startsWith(byteOrderMark) ? text.slice(1) : text;
    const words = serverWords(this.scrub(text)) || "nothing";
    const { errorClass, code, advice } = classifyStatus(this.status, text);
    const location =
      this.headers.location === undefined ? "" : ` It points to ${this.scrub(this.headers.location)}.`;
    throw new ProviderError(
      `The server answered with status ${this.status}. ${advice}${location.slice(0, 300)} It said: "${words}"`,
      {
        errorClass,
        code,
        status: this.status,
        retryAfterMs: readRetryAfter(this.headers, now) ?? retryDelayIn(text),
        rateLimit: this.rateLimit(now),
      },
    );
  }

  rateLimit(now: number): RateLimit | null {
    return readRateLimit(this.headers, now);
  }

  requestId(): string | null {
    const header = this.headers["x-request-id"] ?? this.headers["request-id"];
    return typeof header === "string" ? header.slice(0, 200) : null;
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

/** Google says in the body how long to wait: `"retryDelay": "34s"`. */
function retryDelayIn(body: string): number | null {
  const seconds = /"retryDelay":\s*"(\d{1,5}(?:\.\d{1,9})?)s"/.exec(body)?.[1];
  return seconds === undefined ? null : Math.ceil(Number(seconds) * 1000);
}
