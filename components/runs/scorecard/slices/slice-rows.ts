import type { Slice } from "#lib/scorecards/scorecard.ts";

/** Below this, an interval is so wide that the slice tells little. */
export const fewCases = 30;

/** The dimensions that a run can be broken down by: those with more than one value, or with a part of the cases only. */
export function dimensionsOf(slices: readonly Slice[], attempted: number): string[] {
  const found = new Map<string, Slice[]>();
  for (const slice of slices) found.set(slice.dimension, [...(found.get(slice.dimension) ?? []), slice]);
  const order = (dimension: string) => (dimension === "tag" ? 0 : dimension.startsWith("metadata.") ? 1 : 2);
  return [...found]
    .filter(([, values]) => values.length > 1 || values.some((slice) => sizeOf(slice) < attempted))
    .map(([dimension]) => dimension)
    .sort((a, b) => order(a) - order(b) || a.localeCompare(b, "en"));
}

export function sizeOf({ counts }: Pick<Slice, "counts">): number {
  return counts.passed + counts.failed + counts.unscored + counts.errored;
}
