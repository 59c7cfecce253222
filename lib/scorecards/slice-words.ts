import { type Split, splitLabels, splits } from "#lib/datasets/split.ts";

type SliceName = { dimension: string; value: string };

/** What a dimension is called: "Tag", "Split", or the field of the metadata. */
export function dimensionLabel(dimension: string): string {
  if (dimension === "split") return "Split";
  if (dimension === "tag") return "Tag";
  return dimension.replace(/^metadata\./, "");
}

/** What a slice is called where its dimension stands beside it: "billing", "held-out". */
export function sliceValueLabel({ dimension, value }: SliceName): string {
  const split: Split | undefined = splits.find((one) => one === value);
  return dimension === "split" && split !== undefined ? splitLabels[split] : value;
}

/** What a slice is called by itself: "tag: billing", "language: de", "held-out". */
export function sliceLabel(slice: SliceName): string {
  const value = sliceValueLabel(slice);
  return slice.dimension === "split" ? value : `${slice.dimension.replace(/^metadata\./, "")}: ${value}`;
}
