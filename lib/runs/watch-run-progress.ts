import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "#lib/context/context.ts";
import { getRunProgress } from "./get-run-progress.ts";
import type { RunProgress } from "./run-progress.ts";

type WatchOptions = {
  signal: AbortSignal;
  /** Between two looks at the database. */
  everyMs?: number;
  /** The longest silence; a null is yielded when nothing changed for so long. */
  quietMs?: number;
};

/** The progress of a run at once and then whenever it changed, until it has ended or nobody listens. */
export async function* watchRunProgress(
  ctx: Context,
  runId: string,
  { signal, everyMs = 500, quietMs = 15_000 }: WatchOptions,
): AsyncGenerator<RunProgress | null> {
  let seen = "";
  let quietSince = Date.now();
  while (!signal.aborted) {
    const progress = await getRunProgress(ctx, runId);
    const counts = fingerprint(progress);
    if (counts !== seen) {
      seen = counts;
      quietSince = Date.now();
      yield progress;
    } else if (Date.now() - quietSince >= quietMs) {
      quietSince = Date.now();
      yield null;
    }
    if (progress.ended) return;
    await delay(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Everything but the clock: elapsed time and what follows from it change at every look. */
function fingerprint({
  perSecond: _perSecond,
  secondsLeft: _secondsLeft,
  elapsedSeconds: _elapsed,
  ...counts
}: RunProgress): string {
  return JSON.stringify(counts);
}
