import type { Context } from "#lib/context/context.ts";
import { cachedPairCounts } from "./pairs/cached-pair-counts.ts";
import { type ComparedRun, loadComparedRuns } from "./pairs/compared-run.ts";
import { comparabilityNotes } from "./rules/comparability.ts";
import { type PairedDifference, pairedDifference } from "./rules/paired-difference.ts";

export type RunPair = { baselineId: string; candidateId: string };

export type VerdictChange = {
  difference: PairedDifference | null;
  /** Whether the runs are too unlike for a verdict and a colour. */
  withheld: boolean;
};

const atOnce = 4;

/** The paired differences of several pairs of runs, in their order. Bounded by the caller: each new pair costs one pass over both runs. */
export async function compareVerdicts(ctx: Context, pairs: readonly RunPair[]): Promise<VerdictChange[]> {
  const ids = [...new Set(pairs.flatMap((pair) => [pair.baselineId, pair.candidateId]))];
  const runs = new Map((await loadComparedRuns(ctx, ids)).map((run) => [run.id, run]));
  const changes: VerdictChange[] = [];
  for (let start = 0; start < pairs.length; start += atOnce) {
    const batch = pairs.slice(start, start + atOnce);
    changes.push(
      ...(await Promise.all(
        batch.map((pair) => compareTwo(ctx, runs.get(pair.baselineId), runs.get(pair.candidateId))),
      )),
    );
  }
  return changes;
}

async function compareTwo(
  ctx: Context,
  a: ComparedRun | undefined,
  b: ComparedRun | undefined,
): Promise<VerdictChange> {
  if (a === undefined || b === undefined) throw new Error("Every run of a pair was loaded.");
  const pairs = await cachedPairCounts(ctx, a, b);
  const notes = comparabilityNotes({ a, b, pairs, clustered: false });
  return {
    difference: pairedDifference(pairs.buckets),
    withheld: notes.some((note) => note.withholds !== "nothing"),
  };
}
