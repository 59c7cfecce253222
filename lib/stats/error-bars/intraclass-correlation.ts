import { clusterResiduals } from "./cluster-residuals.ts";
import { designEffect } from "./design-effect.ts";

export type IntraclassCorrelation = {
  meanSquareBetween: number;
  meanSquareWithin: number;
  /** The cluster size that an unbalanced design is equivalent to in the analysis of variance. */
  balancedSize: number;
  correlation: number;
  designEffect: number;
  effectiveTotal: number;
};

/**
 * Intraclass correlation of values in clusters of any sizes (one-way random effects), with Kish's design effect at the
 * size-weighted mean cluster size. The correlation may be negative; the design effect then counts it as 0. Null with
 * fewer than two clusters, when no cluster has two values, or when all values are equal.
 *
 * Source: Donner 1986, International Statistical Review 54:67.
 * @throws RangeError when the two lists differ in length or a value is not finite.
 */
export function intraclassCorrelation(
  values: readonly number[],
  clusters: readonly string[],
): IntraclassCorrelation | null {
  const residuals = clusterResiduals(values, clusters);
  if (!residuals) return null;
  const { total, squares } = residuals;
  const count = residuals.clusters.length;
  if (count < 2 || total === count || squares === 0) return null;
  let between = 0;
  let sizeSquares = 0;
  for (const { size, sum } of residuals.clusters) {
    between += sum ** 2 / size;
    sizeSquares += size * size;
  }
  const meanSquareBetween = between / (count - 1);
  const meanSquareWithin = Math.max(0, squares - between) / (total - count);
  const balancedSize = (total - sizeSquares / total) / (count - 1);
  const correlation = Math.min(
    1,
    Math.max(
      -1,
      (meanSquareBetween - meanSquareWithin) / (meanSquareBetween + (balancedSize - 1) * meanSquareWithin),
    ),
  );
  return {
    meanSquareBetween,
    meanSquareWithin,
    balancedSize,
    correlation,
    ...designEffect({ clusterSize: sizeSquares / total, correlation, total }),
  };
}
