/** The first pause, doubled with every further try. */
const baseMs = 500;
const ceilingMs = 30_000;
/** A server may ask for more patience than the ceiling, up to here. */
const serverCeilingMs = 120_000;

/**
 * How long to wait before try number `nextTry` (2 is the first repeat), in milliseconds: exponential with full jitter (Brooker 2015,
 * "Exponential Backoff And Jitter"), and never less than the server asked for.
 *
 * @param jitter a number in [0, 1)
 */
export function retryDelayMs(nextTry: number, retryAfterMs: number | null, jitter: number): number {
  const spread = Math.min(ceilingMs, baseMs * 2 ** (nextTry - 2)) * (0.5 + jitter / 2);
  return Math.max(spread, Math.min(retryAfterMs ?? 0, serverCeilingMs));
}
