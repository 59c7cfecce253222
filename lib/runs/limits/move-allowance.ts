import { refillAllowance } from "./refill-allowance.ts";
import type { ShareReport } from "./sync-shares.ts";

export type Throttle = {
  maxConcurrency: number;
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
  concurrencyLimit: number;
  requestAllowance: number;
  tokenAllowance: number;
  meanTokens: number;
  sinceRefillMs: number;
  sinceLimitedMs: number | null;
  blockedForMs: number;
  blockedReason: string | null;
};

/** Before the first call of a connection has told how many tokens a call takes. */
const assumedTokens = 1_000;
const newestPart = 0.1;

type Moved = {
  throttle: Pick<Throttle, "requestAllowance" | "tokenAllowance" | "meanTokens">;
  /** For each run of the report; null is any number. */
  requests: (number | null)[];
  tokens: (number | null)[];
};

/**
 * Refills the allowances of a connection, takes back what was not used, and hands out what the runs need until the next report, in
 * equal parts among all that share the connection, `others` of them not in this report.
 */
export function moveAllowance(throttle: Throttle, report: ShareReport, others: number): Moved {
  const meanTokens = nextMean(throttle.meanTokens, report);
  const parties = others + report.runs.length;
  const requests = hand(
    throttle.requestsPerMinute,
    throttle.requestAllowance,
    throttle.sinceRefillMs,
    parties,
    report.runs.map(({ unusedRequests, wanted, inFlight, perSecond }) => ({
      unused: unusedRequests,
      // What starts at once, and what a second of calls at the present rate needs.
      needed: wanted - inFlight + Math.ceil(perSecond),
    })),
    1,
  );
  const tokens = hand(
    throttle.tokensPerMinute,
    throttle.tokenAllowance,
    throttle.sinceRefillMs,
    parties,
    report.runs.map(({ unusedTokens, wanted, inFlight, perSecond }) => ({
      unused: unusedTokens,
      needed: (wanted - inFlight + Math.ceil(perSecond)) * meanTokens,
    })),
    0,
  );
  return {
    throttle: { requestAllowance: requests.left, tokenAllowance: tokens.left, meanTokens },
    requests: requests.parts,
    tokens: tokens.parts,
  };
}

function nextMean(mean: number, { measuredCalls, measuredTokens }: ShareReport): number {
  if (measuredCalls === 0) return mean === 0 ? assumedTokens : mean;
  const newest = measuredTokens / measuredCalls;
  return mean === 0 ? newest : mean * (1 - newestPart) + newest * newestPart;
}

/** `step` 1 hands out whole units only. */
function hand(
  perMinute: number | null,
  allowance: number,
  elapsedMs: number,
  parties: number,
  runs: readonly { unused: number; needed: number }[],
  step: 0 | 1,
): { left: number; parts: (number | null)[] } {
  if (perMinute === null) return { left: 0, parts: runs.map(() => null) };
  const returned = runs.reduce((sum, { unused }) => sum + unused, 0);
  let left = refillAllowance(allowance + returned, perMinute, elapsedMs);
  const share = left / Math.max(parties, 1);
  const parts = runs.map(({ needed }) => {
    const wish = Math.max(0, Math.min(needed, Math.max(share, step), left));
    const part = step === 1 ? Math.floor(wish) : wish;
    left -= part;
    return part;
  });
  return { left, parts };
}
