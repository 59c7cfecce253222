import type { Context } from "#lib/context/context.ts";
import { comparePairs, type PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import { pairCases } from "#lib/outcomes/pair-cases.ts";
import { loadCompared } from "./load-compared.ts";
import { notePair } from "./note-pair.ts";
import { strongest } from "./rules/comparability/comparability-note.ts";

export type RunPair = { baselineId: string; candidateId: string };

export type VerdictDifference = PairedComparison & {
  /** "unclear" unless the interval excludes no change. */
  direction: "better" | "worse" | "unclear";
};

export type VerdictChange = {
  /** Null when no case has a verdict in both. */
  difference: VerdictDifference | null;
  /** Whether the runs are too unlike for a verdict and a colour. */
  withheld: boolean;
};

const atOnce = 4;

/** The paired differences of several pairs of runs, in their order. Bounded by the caller: each new run is read once. */
export async function compareVerdicts(ctx: Context, pairs: readonly RunPair[]): Promise<VerdictChange[]> {
  const changes: VerdictChange[] = [];
  for (let start = 0; start < pairs.length; start += atOnce) {
    const batch = pairs.slice(start, start + atOnce);
    changes.push(...(await Promise.all(batch.map(async (pair) => await compareTwo(ctx, pair)))));
  }
  return changes;
}

async function compareTwo(ctx: Context, { baselineId, candidateId }: RunPair): Promise<VerdictChange> {
  const { baseline, candidate } = await loadCompared(ctx, {
    runIds: [baselineId, candidateId],
    againstId: null,
    graderVersionId: null,
  });
  if (candidate === null) return { difference: null, withheld: true };
  const comparison = comparePairs(
    pairCases({
      baseline: baseline.outcomes,
      candidate: candidate.outcomes,
      baselineVersion: baseline.version,
      candidateVersion: candidate.version,
      changed: candidate.changed,
    }),
  );
  const withheld = strongest(notePair(baseline, candidate)) !== "nothing";
  return { difference: comparison && { ...comparison, direction: directionOf(comparison) }, withheld };
}

function directionOf({ lower, upper }: PairedComparison): VerdictDifference["direction"] {
  return lower > 0 ? "better" : upper < 0 ? "worse" : "unclear";
}
