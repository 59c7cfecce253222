type Timed = {
  completionTokens: number | null;
  latencyMs: number | null;
  timeToFirstTokenMs: number | null;
};

/**
 * Tokens per second at which an answer came: those after the first over the time after the first, where it arrived in pieces; else all
 * over the whole call. Null where the tokens were not reported or no time passed.
 */
export function outputTokensPerSecond({
  completionTokens,
  latencyMs,
  timeToFirstTokenMs,
}: Timed): number | null {
  if (completionTokens === null || latencyMs === null) return null;
  const [tokens, ms] =
    timeToFirstTokenMs === null
      ? [completionTokens, latencyMs]
      : [completionTokens - 1, latencyMs - timeToFirstTokenMs];
  return tokens > 0 && ms > 0 ? (tokens * 1_000) / ms : null;
}
