/** 429s that come within this time of the last halving belong to the same burst: they were on their way when it happened. */
const burstMs = 1_000;

export type LimitReport = {
  /** Calls that ended well since the last report. */
  succeeded: number;
  /** Calls that were told "too many" since the last report. */
  limited: number;
  /** Since the last halving; null before the first. */
  sinceLimitedMs: number | null;
};

/**
 * The limit on concurrent calls after a report: halved once for a burst of "too many", and grown by one for every `limit` calls that
 * went well (additive increase, multiplicative decrease: Chiu and Jain 1989). Between 1 and what the connection allows.
 */
export function adaptConcurrency(limit: number, most: number, report: LimitReport): number {
  const isNewBurst = report.sinceLimitedMs === null || report.sinceLimitedMs >= burstMs;
  if (report.limited > 0) return within(isNewBurst ? limit / 2 : limit, most);
  return within(limit + report.succeeded / Math.max(limit, 1), most);
}

function within(limit: number, most: number): number {
  return Math.min(most, Math.max(1, limit));
}
