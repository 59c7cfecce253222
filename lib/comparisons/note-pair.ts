import { type AlignedCases, alignColumns } from "./columns/align-columns.ts";
import { bucketColumn, differenceWithLosses } from "./columns/bucket-column.ts";
import { caseColumn } from "./columns/case-column.ts";
import type { Side } from "./load-compared.ts";
import { pairedTotal } from "./rules/bucket.ts";
import type { ComparabilityNote } from "./rules/comparability/comparability-note.ts";
import { comparabilityNotes } from "./rules/comparability/comparability-notes.ts";
import { runFacts } from "./rules/comparability/run-facts.ts";

/** What must be known before a difference between two runs of one dataset is believed. */
export function notePair(baseline: Side, candidate: Side): ComparabilityNote[] {
  const aligned = alignColumns([baseline, candidate].map(({ outcomes }) => caseColumn(outcomes)));
  const places = { baseline: 0, candidate: 1 };
  const buckets = bucketColumn(aligned, { ...places, changed: candidate.changed });
  return comparabilityNotes({
    a: { run: baseline.run, facts: runFacts(baseline.outcomes) },
    b: { run: candidate.run, facts: runFacts(candidate.outcomes) },
    counts: buckets.counts,
    difference: meanDifference(aligned, buckets.codes, pairedTotal(buckets.counts)),
    differenceWithLosses: differenceWithLosses(aligned, buckets, places),
    clustered: hasSharedClusters(candidate),
  });
}

/** Paired cases are the first three buckets; only they have two rates. */
function meanDifference({ runs }: AlignedCases, codes: Uint8Array, pairs: number): number | null {
  let sum = 0;
  for (let place = 0; place < codes.length; place += 1) {
    if ((codes[place] ?? 3) > 2) continue;
    sum += (runs[1]?.rates[place] ?? 0) - (runs[0]?.rates[place] ?? 0);
  }
  return pairs === 0 ? null : sum / pairs;
}

function hasSharedClusters({ version: { clusters } }: Side): boolean {
  const seen = new Set<number>();
  return clusters.some((cluster) => {
    if (cluster < 0) return false;
    const isShared = seen.has(cluster);
    seen.add(cluster);
    return isShared;
  });
}
