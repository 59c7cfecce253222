import { mean } from "../mean.ts";

export type ClusterResiduals = {
  total: number;
  mean: number;
  /** Σ (value - mean)² over all values. */
  squares: number;
  /** One entry per cluster, in order of first appearance: its size and Σ (value - mean) within it. */
  clusters: { size: number; sum: number }[];
};

/**
 * Residuals from the overall mean, summed per cluster; null when there are no values. `clusters[i]` names the cluster of
 * `values[i]`.
 *
 * @throws RangeError when the two lists differ in length or a value is not finite.
 */
export function clusterResiduals(
  values: readonly number[],
  clusters: readonly string[],
): ClusterResiduals | null {
  if (values.length !== clusters.length) {
    throw new RangeError(`There are ${values.length} values but ${clusters.length} cluster names.`);
  }
  const centre = mean(values);
  if (centre === null) return null;
  const byCluster = new Map<string, { size: number; sum: number }>();
  let squares = 0;
  clusters.forEach((name, index) => {
    const residual = (values[index] ?? 0) - centre;
    squares += residual * residual;
    const cluster = byCluster.get(name) ?? { size: 0, sum: 0 };
    byCluster.set(name, { size: cluster.size + 1, sum: cluster.sum + residual });
  });
  return { total: values.length, mean: centre, squares, clusters: [...byCluster.values()] };
}
