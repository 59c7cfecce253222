import { comparePairs, type PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import { pairCases } from "#lib/outcomes/pair-cases.ts";
import type { RunOutcomes, SliceMembers, VersionCases } from "#lib/outcomes/run-outcomes.ts";
import { benjaminiHochberg } from "#lib/stats/multiplicity/benjamini-hochberg.ts";
import { type Claim, claimOf, pValueOf } from "./claim.ts";

export type ForestRow = {
  /** A grader version's id, `tag:billing` for a slice, or a run's id. */
  id: string;
  comparison: PairedComparison | null;
  /** Corrected for the family; null where nothing was tested. */
  adjustedP: number | null;
  claim: Claim;
};

export type ForestInput = {
  baseline: RunOutcomes;
  candidate: RunOutcomes;
  baselineVersion: VersionCases;
  candidateVersion: VersionCases;
  changed: ReadonlySet<number>;
  /** Whose verdicts the slices are judged by; null is the attempts' own. */
  graderVersionId: string | null;
  /** Graders that both runs have. */
  graderVersionIds: readonly string[];
  /** Those of them whose mean scores are compared as well. */
  scoredIds: readonly string[];
  /** Places of the slices in `candidateVersion`. */
  slices: readonly SliceMembers[];
  margin: number;
  withholds: { slices: boolean; graders: boolean };
};

export type Forest = {
  graders: ForestRow[];
  /** Differences of mean scores, of graders whose scores lie between 0 and 1. */
  scores: ForestRow[];
  slices: ForestRow[];
  /** Differences that were tested and shown together. */
  family: number;
};

/** The paired difference of every grader and slice, corrected together by Benjamini and Hochberg. */
export function forestRows(input: ForestInput): Forest {
  const { graderVersionIds, scoredIds, slices, withholds } = input;
  const ofGrader = { members: null, isSlice: false };
  const asked: Asked[] = [
    ...graderVersionIds.map((id) => ({ ...ofGrader, id, graderVersionId: id, measure: "verdict" as const })),
    ...scoredIds.map((id) => ({ ...ofGrader, id, graderVersionId: id, measure: "score" as const })),
    ...slices.map((slice) => ({
      id: sliceId(slice),
      graderVersionId: input.graderVersionId,
      members: slice.members,
      isSlice: true,
      measure: "verdict" as const,
    })),
  ];
  const family = asked.length;
  const rows = asked.map((one) => ({ ...one, comparison: compare(input, one, family) }));
  const corrected = correct(rows.map(({ comparison }) => comparison));
  const finished = rows.map(({ id, comparison, isSlice }, index) => {
    const adjustedP = corrected[index] ?? null;
    const isWithheld = isSlice ? withholds.slices : withholds.graders;
    const claim = claimOf(comparison, { adjustedP: adjustedP ?? 1, isWithheld });
    return { id, comparison, adjustedP, claim };
  });
  const firstSlice = graderVersionIds.length + scoredIds.length;
  return {
    graders: finished.slice(0, graderVersionIds.length),
    scores: finished.slice(graderVersionIds.length, firstSlice),
    slices: finished.slice(firstSlice),
    family: corrected.filter((p) => p !== null).length,
  };
}

export const sliceId = ({ dimension, value }: Pick<SliceMembers, "dimension" | "value">) =>
  `${dimension}:${value}`;

type Asked = {
  id: string;
  graderVersionId: string | null;
  members: Int32Array | null;
  isSlice: boolean;
  measure: "verdict" | "score";
};

function compare(
  { margin, ...question }: ForestInput,
  { graderVersionId, members, measure }: Asked,
  family: number,
): PairedComparison | null {
  const pairs = pairCases({ ...question, graderVersionId, members, measure });
  return comparePairs(pairs, { margin, family });
}

/** p-values corrected together; what was not tested takes no part. */
function correct(comparisons: readonly (PairedComparison | null)[]): (number | null)[] {
  const tested = comparisons.flatMap((comparison) => (comparison === null ? [] : [pValueOf(comparison)]));
  const adjusted = benjaminiHochberg(tested);
  let next = 0;
  return comparisons.map((comparison) => {
    if (comparison === null) return null;
    next += 1;
    return adjusted[next - 1] ?? 1;
  });
}
