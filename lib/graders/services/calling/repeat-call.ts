import { setTimeout as sleep } from "node:timers/promises";
import { isHopeless } from "#lib/providers/failures/is-hopeless.ts";
import { retryDelayMs } from "#lib/providers/failures/retry-delay.ts";
import { limitPauseMs } from "#lib/providers/http/limit-pause.ts";
import type { RateLimit } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { ServicesStopped } from "../services-stopped.ts";
import type { CallLimits } from "./call-limits.ts";

/** A server may say "too many" this often to one call: what it waits for is bounded by time first. */
const limitedTries = 100;
/** Nothing is tried for longer than this. */
const callCeilingMs = 60 * 60_000;

type Called<Value> = {
  value: Value;
  tokens: number | null;
  costMicroUsd: number | null;
  rateLimit: RateLimit | null;
};
type CallPlace = { connectionId: string; key: string };

/**
 * Makes one call within the limits, with repeats where they can help: after "too many" when the limits allow it again, after a
 * passing failure with growing pauses. Rejects with the last `ProviderError`, or with `ServicesStopped` when no call may start.
 */
export async function repeatCall<Value>(
  limits: CallLimits,
  { connectionId, key }: CallPlace,
  call: () => Promise<Called<Value>>,
  signal: AbortSignal,
): Promise<Value> {
  const begun = performance.now();
  let tries = 0;
  let limited = 0;
  for (;;) {
    const permit = limits.halted.aborted ? null : await limits.enter(connectionId);
    if (permit === null) throw new ServicesStopped();
    try {
      const { value, tokens, costMicroUsd, rateLimit } = await call();
      limits.succeeded(key);
      permit.end({ type: "succeeded", tokens, costMicroUsd, pauseMs: limitPauseMs(rateLimit) });
      return value;
    } catch (error) {
      const failure = asProviderError(error);
      const isLimit = failure.errorClass === "rate-limit";
      if (isLimit) limited += 1;
      else tries += 1;
      const pauseMs = retryDelayMs(tries + limited + 1, failure.retryAfterMs, Math.random());
      permit.end(isLimit ? { type: "limited", pauseMs, reason: failure.message } : { type: "failed" });
      signal.throwIfAborted();
      limits.failed(key, failure);
      const mayRepeat = isLimit ? limited < limitedTries : tries < triesOf(limits, failure);
      if (!mayRepeat || performance.now() - begun > callCeilingMs) throw failure;
      // The limits hold everybody back after "too many"; after another failure this call alone waits.
      if (!isLimit) await sleep(pauseMs, undefined, { signal: limits.halted }).catch(() => undefined);
    }
  }
}

function triesOf({ maxTries, hopelessTries }: CallLimits, failure: ProviderError): number {
  if (isHopeless(failure)) return hopelessTries;
  return failure.errorClass === "transient" ? maxTries : 1;
}

function asProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ProviderError(`The call failed: ${message}`, { errorClass: "permanent" });
}
