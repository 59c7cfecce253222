import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { cachedGraderPairs, cachedPairCounts } from "./pairs/cached-pair-counts.ts";
import { type ComparedRun, loadComparedRuns } from "./pairs/compared-run.ts";
import { hasSharedClusters } from "./pairs/has-shared-clusters.ts";
import type { PairedRuns } from "./pairs/read-pair-counts.ts";
import { type BucketCounts, pairedTotal } from "./rules/bucket.ts";
import { type ComparabilityNote, comparabilityNotes } from "./rules/comparability.ts";
import { type PairedDifference, pairedDifference } from "./rules/paired-difference.ts";

export const pairInput = z.object({ baselineId: idSchema, candidateId: idSchema });
export type PairInput = z.input<typeof pairInput>;

export type GraderComparison = {
  graderVersionId: string;
  name: string;
  number: number;
  weight: number;
  /** Counts by this grader's own verdicts; "not judged" are shared cases that it did not score in both runs. */
  buckets: BucketCounts;
  difference: PairedDifference | null;
};

export type Comparison = {
  baseline: ComparedRun;
  candidate: ComparedRun;
  buckets: BucketCounts;
  difference: PairedDifference | null;
  /** Grader versions that both runs used, in the baseline's order. */
  graders: GraderComparison[];
  notes: ComparabilityNote[];
  /** What the notes withhold verdict and colour from. */
  withheld: ComparabilityNote["withholds"];
};

/** Two runs matched case by case. All counting happens in the database. */
export async function getComparison(ctx: Context, input: PairInput): Promise<Comparison> {
  const { baselineId, candidateId } = parseInput(pairInput, input);
  refuseSameRun(baselineId, candidateId);
  const [baseline, candidate] = await loadComparedRuns(ctx, [baselineId, candidateId]);
  if (baseline === undefined || candidate === undefined) throw new Error("Both runs were loaded.");
  const { dataset } = candidate;
  const [pairs, graderPairs, clustered] = await Promise.all([
    cachedPairCounts(ctx, baseline, candidate),
    cachedGraderPairs(ctx, baseline, candidate),
    hasSharedClusters({ workspaceId: ctx.workspaceId, datasetId: dataset.id, number: dataset.versionNumber }),
  ]);
  const notes = comparabilityNotes({ a: baseline, b: candidate, pairs, clustered });
  return {
    baseline,
    candidate,
    buckets: pairs.buckets,
    difference: pairedDifference(pairs.buckets),
    graders: sharedGraders(baseline, candidate).map((grader) => {
      const buckets = graderBuckets(pairs, graderPairs.get(grader.graderVersionId));
      return { ...grader, buckets, difference: pairedDifference(buckets) };
    }),
    notes,
    withheld: strongest(notes),
  };
}

function strongest(notes: readonly ComparabilityNote[]): ComparabilityNote["withholds"] {
  const levels = notes.map((note) => note.withholds);
  return levels.includes("everything") ? "everything" : levels.includes("verdict") ? "verdict" : "nothing";
}

export function refuseSameRun(baselineId: string, candidateId: string): void {
  if (baselineId !== candidateId) return;
  throw new AppError(
    "invalid",
    "A run cannot be compared with itself. Choose another run to compare it with.",
  );
}

function sharedGraders(baseline: ComparedRun, candidate: ComparedRun) {
  const shared = new Set(candidate.graders.map((grader) => grader.graderVersionId));
  return baseline.graders
    .filter((grader) => shared.has(grader.graderVersionId))
    .map(({ graderVersionId, name, number, weight }) => ({ graderVersionId, name, number, weight }));
}

function graderBuckets(pairs: PairedRuns, counted: Partial<BucketCounts> | undefined): BucketCounts {
  const judged = { broken: 0, fixed: 0, both_fail: 0, both_pass: 0, ...counted };
  const shared = pairedTotal(pairs.buckets) + pairs.buckets.not_judged;
  return { ...pairs.buckets, ...judged, not_judged: Math.max(0, shared - pairedTotal(judged)) };
}
