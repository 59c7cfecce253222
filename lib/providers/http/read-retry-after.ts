import type { IncomingHttpHeaders } from "node:http";

const longestWaitMs = 24 * 60 * 60 * 1000;

/**
 * How long the server asks to wait, in milliseconds, at most a day; null where it does not say. Reads `retry-after-ms`,
 * then `retry-after` as seconds or as an HTTP date (RFC 9110, section 10.2.3). `now` is in milliseconds since 1970.
 */
export function readRetryAfter(headers: IncomingHttpHeaders, now: number): number | null {
  const exact = waitOf(headers["retry-after-ms"], 1);
  if (exact !== null) return exact;
  const text = headers["retry-after"];
  const seconds = waitOf(text, 1000);
  if (seconds !== null || text === undefined) return seconds;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : bounded(date - now);
}

function waitOf(text: string | string[] | undefined, unitMs: number): number | null {
  if (typeof text !== "string" || !/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return null;
  return bounded(Number(text) * unitMs);
}

function bounded(waitMs: number): number {
  return Math.ceil(Math.min(longestWaitMs, Math.max(0, waitMs)));
}
