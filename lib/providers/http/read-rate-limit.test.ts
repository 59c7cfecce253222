import { expect, it } from "vitest";
import type { RateLimit } from "../provider.ts";
import { readRateLimit } from "./read-rate-limit.ts";

const now = Date.parse("2026-01-01T00:00:00Z");
const nothing: RateLimit = {
  remainingRequests: null,
  requestsResetMs: null,
  remainingTokens: null,
  tokensResetMs: null,
};

it.each<[Record<string, string>, Partial<RateLimit> | null]>([
  [{}, null],
  [{ "x-ratelimit-limit-requests": "60" }, null],
  [
    {
      "x-ratelimit-remaining-requests": "59",
      "x-ratelimit-reset-requests": "1s",
      "x-ratelimit-remaining-tokens": "149984",
      "x-ratelimit-reset-tokens": "6m0s",
    },
    { remainingRequests: 59, requestsResetMs: 1000, remainingTokens: 149_984, tokensResetMs: 360_000 },
  ],
  [{ "x-ratelimit-reset-requests": "20ms" }, { requestsResetMs: 20 }],
  [{ "x-ratelimit-reset-tokens": "2m59.56s" }, { tokensResetMs: 179_560 }],
  [{ "x-ratelimit-reset-tokens": "1h0m0s" }, { tokensResetMs: 3_600_000 }],
  [{ "x-ratelimit-reset-tokens": "7.5" }, { tokensResetMs: 7500 }],
  [{ "x-ratelimit-reset-tokens": "1767225600" }, { tokensResetMs: 86_400_000 }],
  [
    {
      "anthropic-ratelimit-requests-remaining": "0",
      "anthropic-ratelimit-requests-reset": "2026-01-01T00:00:30Z",
      "anthropic-ratelimit-tokens-remaining": "1000",
      "anthropic-ratelimit-tokens-reset": "2025-12-31T23:59:00Z",
    },
    { remainingRequests: 0, requestsResetMs: 30_000, remainingTokens: 1000, tokensResetMs: 0 },
  ],
  [
    { "x-ratelimit-remaining-req-minute": "5", "x-ratelimit-remaining-tokens-minute": "7" },
    { remainingRequests: 5, remainingTokens: 7 },
  ],
  [{ "x-ratelimit-remaining-requests": "-1", "x-ratelimit-reset-requests": "soon" }, null],
  [{ "x-ratelimit-reset-requests": "1s2" }, null],
])("%j", (headers, expected) => {
  expect(readRateLimit(headers, now)).toEqual(expected === null ? null : { ...nothing, ...expected });
});
