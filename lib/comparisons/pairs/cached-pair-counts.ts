import type { Context } from "#lib/context/context.ts";
import type { ComparedRun } from "./compared-run.ts";
import { type PairedRuns, readPairCounts } from "./read-pair-counts.ts";

const kept = 500;
const cache = new Map<string, PairedRuns>();

/**
 * The counts of a pair. Those of two runs with scorecards cannot change until a scorecard is computed again, and are remembered by its
 * time; the memory only saves work, and any process may lose it.
 */
export async function cachedPairCounts(ctx: Context, a: ComparedRun, b: ComparedRun): Promise<PairedRuns> {
  const ids = { workspaceId: ctx.workspaceId, a: a.id, b: b.id };
  if (a.scores === null || b.scores === null) return await readPairCounts(ids);
  const key = [
    ids.workspaceId,
    a.id,
    a.scores.computedAt.getTime(),
    b.id,
    b.scores.computedAt.getTime(),
  ].join(" ");
  const known = cache.get(key);
  if (known !== undefined) return known;
  const counts = await readPairCounts(ids);
  cache.set(key, counts);
  // A Map keeps the order of insertion: the first key is the oldest.
  const [oldest] = cache.keys();
  if (cache.size > kept && oldest !== undefined) cache.delete(oldest);
  return counts;
}
