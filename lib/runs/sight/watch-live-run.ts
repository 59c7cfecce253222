import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "#lib/context/context.ts";
import type { LiveRun } from "./get-live-run.ts";
import { LiveWatch } from "./live-watch.ts";

type WatchOptions = {
  signal: AbortSignal;
  /** Between two looks at the database, and at least between two values: four a second, whatever the rate. */
  everyMs?: number;
  /** The longest silence; a null is yielded when nothing changed for so long. */
  quietMs?: number;
};

const globalStore = globalThis as typeof globalThis & { touchstoneWatches?: Map<string, LiveWatch> };

/**
 * A run at once and then whenever it changed, until it has ended or nobody listens. However many browsers watch the same run, this
 * process looks at the database once for all of them.
 */
export async function* watchLiveRun(
  ctx: Context,
  runId: string,
  { signal, everyMs = 250, quietMs = 15_000 }: WatchOptions,
): AsyncGenerator<LiveRun | null> {
  // Kept on globalThis: the route's module may be evaluated more than once.
  globalStore.touchstoneWatches ??= new Map();
  const watches = globalStore.touchstoneWatches;
  const key = `${ctx.workspaceId}/${runId}`;
  const watch = watches.get(key) ?? new LiveWatch(ctx, runId, everyMs, () => watches.delete(key));
  watches.set(key, watch);
  watch.follow();
  try {
    let seen = 0;
    while (!signal.aborted) {
      await watch.changed(seen, quietMs, signal);
      if (signal.aborted) return;
      const { outcome, version } = watch;
      if (version === seen || outcome === null) {
        yield null;
        continue;
      }
      seen = version;
      if (outcome.type === "failed") throw outcome.error;
      yield outcome.live;
      if (outcome.live.ended) return;
      await delay(everyMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    watch.unfollow();
  }
}
