import type { Context } from "#lib/context/context.ts";
import { leaseSeconds, renewLease } from "./claim-shard.ts";

const renewEveryMs = 1_000;
/** How long calls under way may go on once the run is to stop: their answers are paid for. */
const graceMs = 15_000;

export type Halt = "handover" | "cancelled" | "stopped" | "lost";

export type ShardSignals = {
  /** No new calls may start. */
  readonly halted: AbortSignal;
  /** Ends calls under way: at once when the shard is lost, else after the grace time. */
  readonly abort: AbortSignal;
};

export type ShardLease = {
  /** Why no new calls may start, or null. */
  readonly halt: Halt | null;
  readonly signals: ShardSignals;
  /** Ends the shard because its run has failed. */
  stop(): void;
  end(): void;
};

/** Renews the lease of a shard every second and learns at the same time whether its run was cancelled or the shard taken over. */
export function keepLease(
  ctx: Context,
  key: { runId: string; index: number },
  workerId: string,
  handover: AbortSignal,
  /** Claimed although its run is cancelled, to grade what is stored: the cancelling is no reason to stop. */
  isCancelled: boolean,
): ShardLease {
  let halt: Halt | null = null;
  let renewedAt = performance.now();
  const controller = new AbortController();
  const halted = new AbortController();
  let grace: NodeJS.Timeout | undefined;

  function setHalt(reason: Halt): void {
    halt ??= reason;
    halted.abort();
    if (reason === "lost") {
      halt = "lost";
      controller.abort();
      return;
    }
    grace ??= setTimeout(() => controller.abort(), graceMs);
  }

  const timer = setInterval(async () => {
    const state = await renewLease(ctx, key, workerId).catch(() => "unknown");
    if (state !== "unknown") renewedAt = performance.now();
    if (state === "lost") setHalt("lost");
    else if (state === "cancelling" && !isCancelled) setHalt("cancelled");
    else if (state === "failed" || state === "paused") setHalt("stopped");
    // The database has not answered for the length of a lease: another worker may have the shard by now.
    else if (performance.now() - renewedAt > leaseSeconds * 1_000) setHalt("lost");
  }, renewEveryMs);
  const onHandover = () => setHalt("handover");
  handover.addEventListener("abort", onHandover, { once: true });
  if (handover.aborted) onHandover();

  return {
    get halt() {
      return halt;
    },
    signals: { halted: halted.signal, abort: controller.signal },
    stop: () => setHalt("stopped"),
    end() {
      clearInterval(timer);
      clearTimeout(grace);
      handover.removeEventListener("abort", onHandover);
    },
  };
}
