import { comparePairs, type PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import { type PairedCases, pairCases } from "#lib/outcomes/pair-cases.ts";
import type { PairFigure } from "./board-schema.ts";
import type { ModelEvidence } from "./model-evidence.ts";

/** First minus second on the same cases, at the error of one in a family of that size; null where no case is shared. */
export type Pairwise = (first: string, second: string, family: number) => PairedComparison | null;

const alpha = 0.05;

/**
 * Compares any two of the runs; each pair of runs is matched once. The error is divided by the family before the test is made, which is
 * what Holm's correction asks for at each of its steps.
 */
export function pairwise(
  models: readonly ModelEvidence[],
  changed: (versionId: string, otherVersionId: string) => ReadonlySet<number>,
  margin: number,
): Pairwise {
  const byRun = new Map(models.map(({ run, evidence }) => [run.id, evidence]));
  const matched = new Map<string, PairedCases>();
  return (first, second, family) => {
    const [candidate, baseline] = [byRun.get(first), byRun.get(second)];
    if (candidate === undefined || baseline === undefined) return null;
    const key = `${first} ${second}`;
    const pairs =
      matched.get(key) ??
      pairCases({
        baseline: baseline.outcomes,
        candidate: candidate.outcomes,
        baselineVersion: baseline.version,
        candidateVersion: candidate.version,
        changed: changed(baseline.version.datasetVersionId, candidate.version.datasetVersionId),
      });
    matched.set(key, pairs);
    if (pairs.caseNumbers.length === 0) return null;
    return comparePairs(pairs, { margin, alpha: alpha / family, family });
  };
}

export function pairFigure({ n, difference, lower, upper, method }: PairedComparison): PairFigure {
  return { n, difference, lower, upper, method };
}
