import type { IncomingHttpHeaders } from "node:http";
import type { RateLimit } from "../provider.ts";

const longestResetMs = 24 * 60 * 60 * 1000;
const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * What the server says is left of its limits, or null when it says nothing. Reads `x-ratelimit-remaining-requests`,
 * `-reset-requests` and the same for tokens, whose resets are durations such as "6m0s" or "20ms" (OpenAI, Groq, Azure) or
 * seconds; `anthropic-ratelimit-requests-remaining` and `-reset`, whose resets are RFC 3339 dates; and Mistral's
 * `x-ratelimit-remaining-req-minute` and `-tokens-minute`, which have none. `now` is in milliseconds since 1970.
 */
export function readRateLimit(headers: IncomingHttpHeaders, now: number): RateLimit | null {
  const limit: RateLimit = {
    remainingRequests: count(
      headers["x-ratelimit-remaining-requests"] ??
        headers["anthropic-ratelimit-requests-remaining"] ??
        headers["x-ratelimit-remaining-req-minute"],
    ),
    requestsResetMs: reset(
      headers["x-ratelimit-reset-requests"] ?? headers["anthropic-ratelimit-requests-reset"],
      now,
    ),
    remainingTokens: count(
      headers["x-ratelimit-remaining-tokens"] ??
        headers["anthropic-ratelimit-tokens-remaining"] ??
        headers["x-ratelimit-remaining-tokens-minute"],
    ),
    tokensResetMs: reset(
      headers["x-ratelimit-reset-tokens"] ?? headers["anthropic-ratelimit-tokens-reset"],
      now,
    ),
  };
  return Object.values(limit).some((value) => value !== null) ? limit : null;
}

function count(text: string | string[] | undefined): number | null {
  if (typeof text !== "string" || !/^\s*\d{1,15}\s*$/.test(text)) return null;
  return Number(text);
}

function reset(text: string | string[] | undefined, now: number): number | null {
  if (typeof text !== "string") return null;
  const duration = durationMs(text.trim());
  if (duration !== null) return bounded(duration);
  const date = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : bounded(date - now);
}

/** "6m0s", "20ms", "2m59.56s", "1h0m0s", or seconds without a unit; null for anything else. */
function durationMs(text: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
    total += Number(amount) * (unitMs[unit ?? ""] ?? 0);
  return total;
}

function bounded(waitMs: number): number {
  return Math.ceil(Math.min(longestResetMs, Math.max(0, waitMs)));
}
