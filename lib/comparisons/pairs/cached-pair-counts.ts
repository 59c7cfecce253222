import type { Context } from "#lib/context/context.ts";
import type { PairCounts } from "../rules/paired-difference.ts";
import type { ComparedRun } from "./compared-run.ts";
import { readGraderPairs } from "./read-grader-pairs.ts";
import { type PairedRuns, readPairCounts } from "./read-pair-counts.ts";

const kept = 500;
const pairs = new Map<string, PairedRuns>();
const graderPairs = new Map<string, Map<string, PairCounts>>();

/**
 * The counts of a pair. Those of two runs with scorecards cannot change until a scorecard is computed again, and are remembered by its
 * time; the memory only saves work, and any process may lose it.
 */
export async function cachedPairCounts(ctx: Context, a: ComparedRun, b: ComparedRun): Promise<PairedRuns> {
  const ids = { workspaceId: ctx.workspaceId, a: a.id, b: b.id };
  return await remembered(pairs, keyOf(ctx, a, b), () => readPairCounts(ids));
}

/** The same by grader version. */
export async function cachedGraderPairs(
  ctx: Context,
  a: ComparedRun,
  b: ComparedRun,
): Promise<Map<string, PairCounts>> {
  const ids = { workspaceId: ctx.workspaceId, a: a.id, b: b.id };
  const sameVersion = a.dataset.versionId === b.dataset.versionId;
  return await remembered(graderPairs, keyOf(ctx, a, b), () => readGraderPairs(ids, { sameVersion }));
}

function keyOf({ workspaceId }: Context, a: ComparedRun, b: ComparedRun): string | null {
  if (a.scores === null || b.scores === null) return null;
  return [workspaceId, a.id, a.scores.computedAt.getTime(), b.id, b.scores.computedAt.getTime()].join(" ");
}

async function remembered<Counts>(
  memory: Map<string, Counts>,
  key: string | null,
  read: () => Promise<Counts>,
): Promise<Counts> {
  const known = key === null ? undefined : memory.get(key);
  if (known !== undefined || key === null) return known ?? (await read());
  const counts = await read();
  memory.set(key, counts);
  // A Map keeps the order of insertion: the first key is the oldest.
  const [oldest] = memory.keys();
  if (memory.size > kept && oldest !== undefined) memory.delete(oldest);
  return counts;
}
