import { clusterResiduals } from "./cluster-residuals.ts";

export type ClusteredStandardError = {
  mean: number;
  clusters: number;
  /** Miller's equation 4: the plain standard error plus the covariances within clusters. */
  miller: number;
  /** Cluster-robust sandwich without a small-sample factor. */
  cr0: number;
  /** CR0 · sqrt(G / (G - 1)); use with t and G - 1 degrees of freedom. */
  cr1: number;
};

/**
 * Standard error of a mean over cases that come in clusters, where `clusters[i]` names the cluster of `values[i]`.
 * Null with fewer than two clusters, because one cluster says nothing about the spread between clusters.
 *
 * Source: Miller 2024, arXiv 2411.00640, equation 4; Liang & Zeger 1986 (CR0).
 * @throws RangeError when the two lists differ in length or a value is not finite.
 */
export function clusteredStandardError(
  values: readonly number[],
  clusters: readonly string[],
): ClusteredStandardError | null {
  const residuals = clusterResiduals(values, clusters);
  if (!residuals || residuals.clusters.length < 2) return null;
  const { total, squares } = residuals;
  const count = residuals.clusters.length;
  const between = residuals.clusters.reduce((sum, cluster) => sum + cluster.sum ** 2, 0);
  const cr0 = Math.sqrt(between) / total;
  return {
    mean: residuals.mean,
    clusters: count,
    miller: Math.sqrt(Math.max(0, squares / (total * (total - 1)) + (between - squares) / total ** 2)),
    cr0,
    cr1: cr0 * Math.sqrt(count / (count - 1)),
  };
}
