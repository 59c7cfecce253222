import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher, Pool } from "undici";
import { classifyNetworkError } from "../failures/classify-network-error.ts";
import { ProviderError } from "../provider-error.ts";
import { onAbort } from "./on-abort.ts";
import type { Scrub } from "./scrub-secrets.ts";

/** Takes a response as it arrives. What it throws ends the exchange and is passed on. */
export type ResponseReader = {
  start(status: number, headers: IncomingHttpHeaders): void;
  /** `elapsedMs` since the request was written. Returns "enough" when the rest of the body is not needed. */
  read(chunk: Buffer, elapsedMs: number): "more" | "enough";
  /** Whether the answer is complete even though the connection broke before the body's end. */
  isComplete(): boolean;
};

export type HttpResponse = { latencyMs: number };

type Exchange = {
  pool: Pool;
  origin: string;
  request: {
    method: "GET" | "POST" | "PUT" | "PATCH";
    path: string;
    headers: Record<string, string>;
    body: string | null;
  };
  timeouts: { totalMs: number; headersMs: number; idleMs: number };
  maxBodyBytes: number;
  reader: ResponseReader;
  signal: AbortSignal;
  scrub: Scrub;
};

/** A server that keeps the body open behind the end of the answer would hold its socket for ever. */
const trailingBodyMs = 1000;

/**
 * One request and its response. The clock and the total timeout start in `onRequestStart`, which undici calls when a
 * socket is free and the request is about to be written to it: time spent waiting for a connection, or making one, is
 * not counted. Rejects with `ProviderError` only; an abort rejects at once, also while still waiting for a connection.
 */
export function exchange(input: Exchange): Promise<HttpResponse> {
  const { pool, origin, request, timeouts, maxBodyBytes, reader, signal, scrub } = input;
  return new Promise((resolve, reject) => {
    let startedAt = 0;
    let receivedBytes = 0;
    let settled = false;
    let ended = false;
    let timer: NodeJS.Timeout | undefined;
    let controller: Dispatcher.DispatchController | null = null;
    let waiting: Buffer[] = [];
    let arrivedMs = 0;
    let forgetSignal = () => {};

    const elapsedMs = () => performance.now() - startedAt;
    const settle = () => {
      settled = true;
      clearTimeout(timer);
      forgetSignal();
    };
    const succeed = () => {
      if (settled) return;
      const latencyMs = elapsedMs();
      settle();
      resolve({ latencyMs });
      if (!ended)
        timer = setTimeout(() => controller?.abort(new Error("The body went on too long.")), trailingBodyMs);
    };
    const fail = (error: unknown) => {
      if (settled) return;
      settle();
      reject(asProviderError(error, origin, scrub));
      if (!ended) controller?.abort(new Error("The exchange has failed."));
    };
    const cancel = () => fail(new ProviderError("The call was cancelled.", { errorClass: "cancelled" }));

    if (signal.aborted) {
      cancel();
      return;
    }
    forgetSignal = onAbort(signal, cancel);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(current) {
        controller = current;
        if (settled) {
          current.abort(new Error("The call was cancelled."));
          return;
        }
        startedAt = performance.now();
        timer = setTimeout(() => fail(tooSlow(origin, timeouts.totalMs)), timeouts.totalMs);
      },
      onResponseStart(_current, status, headers) {
        if (settled || status < 200) return;
        attempt(() => reader.start(status, headers));
      },
      onResponseData(_current, chunk) {
        if (settled) return;
        receivedBytes += chunk.length;
        if (receivedBytes > maxBodyBytes) {
          fail(tooLong(origin, maxBodyBytes));
          return;
        }
        if (waiting.length === 0) {
          arrivedMs = elapsedMs();
          process.nextTick(readWaiting);
        }
        waiting.push(chunk);
      },
      onResponseEnd() {
        ended = true;
        readWaiting();
        if (settled) clearTimeout(timer);
        else succeed();
      },
      onResponseError(_current, error) {
        ended = true;
        readWaiting();
        if (settled) clearTimeout(timer);
        else if (startedAt > 0 && reader.isComplete()) succeed();
        else fail(error);
      },
    };
    // The chunks of one packet are read together, which halves the time that a stream of many small ones takes.
    const readWaiting = () => {
      const [first] = waiting;
      if (settled || first === undefined) return;
      const chunk = waiting.length === 1 ? first : Buffer.concat(waiting);
      waiting = [];
      attempt(() => {
        if (reader.read(chunk, arrivedMs) === "enough") succeed();
      });
    };
    const attempt = (step: () => void) => {
      try {
        step();
      } catch (error) {
        fail(error);
      }
    };
    attempt(() => {
      const limits = { headersTimeout: timeouts.headersMs, bodyTimeout: timeouts.idleMs };
      pool.dispatch({ ...request, ...limits }, handler);
    });
  });
}

function asProviderError(error: unknown, origin: string, scrub: Scrub): ProviderError {
  if (error instanceof ProviderError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words = error instanceof Error && error.message !== "" ? error.message : code;
  const failure = classifyNetworkError(code);
  const { errorClass, advice } = failure;
  const message = scrub(`The call to ${origin} failed: ${words}. ${advice}`);
  return new ProviderError(message, { errorClass, code: failure.code });
}

function tooSlow(origin: string, totalMs: number): ProviderError {
  const message = `The server at ${origin} did not finish its answer within ${totalMs / 1000} seconds. Try again, or allow more time.`;
  return new ProviderError(message, { errorClass: "transient", code: "timeout" });
}

function tooLong(origin: string, maxBodyBytes: number): ProviderError {
  const message = `The server at ${origin} sent more than ${maxBodyBytes.toLocaleString("en")} bytes, so reading was stopped. Limit the answer's tokens.`;
  return new ProviderError(message, { errorClass: "bad-answer" });
}
