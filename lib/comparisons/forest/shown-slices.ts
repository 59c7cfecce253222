import type { SliceMembers, VersionCases } from "#lib/outcomes/run-outcomes.ts";

const mostSlices = 40;

/** The slices that are worth a row: the largest, without those that hold every case and so repeat the whole. */
export function shownSlices({ slices, caseNumbers }: VersionCases): {
  shown: SliceMembers[];
  hidden: number;
} {
  const parts = slices.filter(({ members }) => members.length > 0 && members.length < caseNumbers.length);
  const largest = parts
    .toSorted((one, other) => other.members.length - one.members.length)
    .slice(0, mostSlices);
  const shown = largest.toSorted(
    (one, other) =>
      one.dimension.localeCompare(other.dimension, "en") || other.members.length - one.members.length,
  );
  return { shown, hidden: parts.length - shown.length };
}
