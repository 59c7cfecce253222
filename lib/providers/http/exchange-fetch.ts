import type { IncomingHttpHeaders } from "node:http";
import type { RateLimit } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";
import { BodyReader } from "./body-reader.ts";
import type { HttpClient } from "./http-client.ts";
import type { Scrub } from "./scrub-secrets.ts";

/** What is known of one call beside what its caller reads from the response. */
export type FetchedCall = {
  /** Handed to `fetch`, which finds the call by it. */
  readonly token: AbortSignal;
  /** From writing the request to the latest piece of the body. */
  arrivedMs: number;
  /** To the end of the body; null before it. */
  latencyMs: number | null;
  requestId: string | null;
  rateLimit: RateLimit | null;
  /** Why the call failed, whatever the caller of `fetch` makes of it. */
  failure: ProviderError | null;
};

export type ExchangeFetch = {
  fetch: typeof fetch;
  begin(signal: AbortSignal): FetchedCall;
};

/**
 * A `fetch` for other people's clients, over our own exchange: keep-alive, our timeouts and limits, the clock from writing
 * the request. Takes a JSON text as body and streams server-sent events; any other answer, and every failure, rejects with a
 * `ProviderError`. `unreadable` makes one of a success that is no stream of events.
 */
export function createExchangeFetch(
  client: HttpClient,
  baseUrl: string,
  unreadable: (body: string) => ProviderError,
  changeBody: (body: string) => string = (body) => body,
): ExchangeFetch {
  const calls = new WeakMap<AbortSignal, { call: FetchedCall; signal: AbortSignal }>();

  const send = (call: FetchedCall, signal: AbortSignal, url: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const reader = new EventReader(client.scrub, call, resolve);
      const fail = (error: unknown) => {
        if (error instanceof ProviderError) call.failure = error;
        reader.fail(error);
        reject(error);
      };
      const request = {
        method: "POST" as const,
        path: url.slice(baseUrl.length),
        body: changeBody(String(init.body)),
        headers: Object.fromEntries(new Headers(init.headers)),
      };
      client
        .send(request, reader, signal)
        .then(({ latencyMs }) => {
          call.latencyMs = latencyMs;
          const body = reader.finish();
          if (body === null) return;
          if (!/^\s*(?:data|event|:)/.test(body)) throw unreadable(body);
          resolve(eventResponse(body));
        })
        .catch(fail);
    });

  return {
    begin(signal) {
      const { signal: token } = new AbortController();
      const call: FetchedCall = {
        token,
        arrivedMs: 0,
        latencyMs: null,
        requestId: null,
        rateLimit: null,
        failure: null,
      };
      calls.set(token, { call, signal });
      return call;
    },
    fetch: async (input, init) => {
      const known = init?.signal ? calls.get(init.signal) : undefined;
      if (init === undefined || known === undefined)
        throw new Error("This fetch knows only calls it has begun.");
      return send(known.call, known.signal, String(input), init);
    },
  };
}

/** A server may keep the body open behind its last event. No text of a model can look like this: its line breaks are escaped. */
const lastEvent = /(?:^|\n)data: ?(?:\[DONE\]|\{"type": ?"message_stop"[^\n]*)\s*$/;
const lastEventBytes = 200;

class EventReader extends BodyReader {
  private readonly call: FetchedCall;
  private readonly respond: (response: Response) => void;
  private stream: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(scrub: Scrub, call: FetchedCall, respond: (response: Response) => void) {
    super(scrub);
    this.call = call;
    this.respond = respond;
  }

  override start(status: number, headers: IncomingHttpHeaders): void {
    super.start(status, headers);
    this.call.requestId = this.requestId();
    this.call.rateLimit = this.rateLimit(Date.now());
    if (!this.isSuccess() || !headers["content-type"]?.includes("text/event-stream")) return;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.stream = controller;
      },
    });
    this.respond(eventResponse(body));
  }

  override read(chunk: Buffer, elapsedMs: number): "more" | "enough" {
    this.call.arrivedMs = elapsedMs;
    if (this.stream === null) return super.read(chunk, elapsedMs);
    this.stream.enqueue(chunk);
    return lastEvent.test(chunk.subarray(-lastEventBytes).toString("latin1")) ? "enough" : "more";
  }

  /** Ends the stream; or gives the whole body of a success that was none. Throws for a status that is no success. */
  finish(): string | null {
    if (this.stream === null) return this.body(Date.now());
    this.stream.close();
    return null;
  }

  fail(error: unknown): void {
    this.stream?.error(error);
  }
}

function eventResponse(body: BodyInit): Response {
  return new Response(body, { status: 200, headers: { "content-type": "text/event-stream" } });
}
