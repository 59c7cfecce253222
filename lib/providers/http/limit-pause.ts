import type { RateLimit } from "../provider.ts";

const longestPauseMs = 120_000;

/** How long a server that says that nothing is left should not be asked, in milliseconds; 0 when something is. */
export function limitPauseMs(limit: RateLimit | null): number {
  if (limit === null) return 0;
  const requests = limit.remainingRequests === 0 ? (limit.requestsResetMs ?? 0) : 0;
  const tokens = limit.remainingTokens === 0 ? (limit.tokensResetMs ?? 0) : 0;
  return Math.min(Math.max(requests, tokens), longestPauseMs);
}
