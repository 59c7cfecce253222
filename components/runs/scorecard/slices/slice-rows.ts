import { type Split, splitLabels, splits } from "#lib/datasets/split.ts";
import type { Slice } from "#lib/scorecards/scorecard.ts";

/** Below this, an interval is so wide that the slice tells little. */
export const fewCases = 30;

export function dimensionLabel(dimension: string): string {
  if (dimension === "split") return "Split";
  if (dimension === "tag") return "Tag";
  return dimension.replace(/^metadata\./, "");
}

export function sliceValueLabel({ dimension, value }: Pick<Slice, "dimension" | "value">): string {
  const split: Split | undefined = splits.find((one) => one === value);
  return dimension === "split" && split !== undefined ? splitLabels[split] : value;
}

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
