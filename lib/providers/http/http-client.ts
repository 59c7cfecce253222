import { Pool } from "undici";
import { ProviderError } from "../provider-error.ts";
import { exchange, type HttpResponse, type ResponseReader } from "./exchange.ts";
import { normaliseBaseUrl } from "./normalise-base-url.ts";
import { createScrub, type Scrub } from "./scrub-secrets.ts";

export type HttpClientSettings = {
  /** Everything before /chat/completions. */
  baseUrl: string;
  apiKey?: string | null;
  /** Sent with every request; values are treated as secrets. */
  headers?: Readonly<Record<string, string>>;
  /** More texts that must not appear in an error: a key that a caller sends in headers of its own. */
  secrets?: readonly string[];
  /** From the moment the request is written to the end of the answer. Default 120. */
  timeoutSeconds?: number;
  /** Until the first header arrives. Default: the whole time. */
  headersTimeoutSeconds?: number;
  /** Longest silence within an answer. Default: the whole time. */
  idleTimeoutSeconds?: number;
  /** Sockets, and so requests, at the same time. Default 8. */
  connections?: number;
  /** Default 20 MB. */
  maxBodyBytes?: number;
};

export type HttpClient = {
  readonly scrub: Scrub;
  send(request: ClientRequest, reader: ResponseReader, signal: AbortSignal): Promise<HttpResponse>;
  close(): Promise<void>;
};

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH";

type ClientRequest = {
  method: HttpMethod;
  /** Behind the base URL. */
  path: string;
  body?: string;
  /** In place of those that are sent with every request. */
  headers?: Record<string, string>;
};

const defaultTimeoutSeconds = 120;
const defaultConnections = 8;
const defaultMaxBodyBytes = 20_000_000;
const connectTimeoutMs = 10_000;

/**
 * Keep-alive HTTP/1.1 to one server. HTTP/2 is off: there, all requests would share one socket, and `connections` would
 * bound nothing. Closing breaks off what is under way. Throws `ProviderError` for a base URL that is none.
 */
export function createHttpClient(settings: HttpClientSettings): HttpClient {
  const address = normaliseBaseUrl(settings.baseUrl);
  if (!address.ok) {
    throw new ProviderError(`The base URL cannot be used. ${address.reason}`, { errorClass: "permanent" });
  }
  const { origin, pathname } = new URL(address.baseUrl);
  const apiKey = settings.apiKey?.trim() ?? "";
  const scrub = createScrub([apiKey, ...Object.values(settings.headers ?? {}), ...(settings.secrets ?? [])]);
  const totalMs = (settings.timeoutSeconds ?? defaultTimeoutSeconds) * 1000;
  const timeouts = {
    totalMs,
    headersMs: (settings.headersTimeoutSeconds ?? totalMs / 1000) * 1000,
    idleMs: (settings.idleTimeoutSeconds ?? totalMs / 1000) * 1000,
  };
  const usualHeaders = {
    ...(apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` }),
    ...settings.headers,
    accept: "application/json, text/event-stream",
    "content-type": "application/json",
    "user-agent": "touchstone",
  };
  const pool = new Pool(origin, {
    connections: settings.connections ?? defaultConnections,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: Math.min(connectTimeoutMs, totalMs) },
  });
  const prefix = pathname.replace(/\/+$/, "");
  let closed = false;
  return {
    scrub,
    send({ method, path, body, headers = usualHeaders }, reader, signal) {
      if (closed) {
        const message = `The connection to ${origin} is closed.`;
        return Promise.reject(new ProviderError(message, { errorClass: "permanent" }));
      }
      const request = { method, path: prefix + path, headers, body: body ?? null };
      const maxBodyBytes = settings.maxBodyBytes ?? defaultMaxBodyBytes;
      return exchange({ pool, origin, request, timeouts, maxBodyBytes, reader, signal, scrub });
    },
    async close() {
      if (closed) return;
      closed = true;
      await pool.destroy();
    },
  };
}
