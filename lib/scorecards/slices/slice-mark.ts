import type { Slice } from "../scorecard.ts";

/** Of the slices that are marked, at most this share are marked by mistake (Benjamini-Hochberg). */
export const falseDiscoveryRate = 0.05;

/** Whether a slice is proven to be below the rest of the run, with all slices that were looked at taken into account. */
export function isBelowRest({ passRate, against }: Pick<Slice, "passRate" | "against">): boolean {
  if (passRate === null || against === null) return false;
  return against.adjusted <= falseDiscoveryRate && passRate.estimate < against.rest;
}

/** How many slices were compared with the rest of the run. */
export function testedSlices(slices: readonly Pick<Slice, "against">[]): number {
  return slices.filter(({ against }) => against !== null).length;
}
