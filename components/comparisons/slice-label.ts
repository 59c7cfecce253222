import type { SliceName } from "#lib/comparisons/comparison.ts";

/** "tag: billing", "language: de", "held-out" */
export function sliceLabel({ dimension, value }: Pick<SliceName, "dimension" | "value">): string {
  return dimension === "split"
    ? value.replaceAll("_", "-")
    : `${dimension.replace(/^metadata\./, "")}: ${value}`;
}

export function dimensionLabel(dimension: string): string {
  if (dimension === "tag") return "By tag";
  if (dimension === "split") return "By split";
  return `By ${dimension.replace(/^metadata\./, "")}`;
}
