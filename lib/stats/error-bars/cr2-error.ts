/** `clusters` clusters alike: each of `size` values whose residuals from the overall mean sum to `sum`. */
export type ClusterGroup = { size: number; sum: number; clusters: number };

export type Cr2Error = { standardError: number; degreesOfFreedom: number };

/**
 * CR2 standard error of the mean of `total` clustered values with Satterthwaite degrees of freedom, from sums alone: the
 * cost grows with the number of different clusters. Null with fewer than two clusters.
 *
 * Source: Bell & McCaffrey 2002, Survey Methodology 28:169. For a plain mean the estimator is
 * sqrt(Σ S_g² / (1 - n_g / n)) / n, and tr(M)² / Σ M_gh² has a closed form in the cluster sizes n_g.
 */
export function cr2Error(groups: readonly ClusterGroup[], total: number): Cr2Error | null {
  const count = groups.reduce((sum, { clusters }) => sum + clusters, 0);
  if (count < 2) return null;
  let adjusted = 0;
  let sizeSquares = 0;
  let weightSum = 0;
  let weightSquares = 0;
  for (const { size, sum, clusters } of groups) {
    const leverage = 1 - size / total;
    const weight = (size * size) / leverage;
    adjusted += (clusters * sum ** 2) / leverage;
    sizeSquares += clusters * size * size;
    weightSum += clusters * weight;
    weightSquares += clusters * weight * weight;
  }
  const crossTerms = (weightSum ** 2 - weightSquares) / total ** 2;
  return {
    standardError: Math.sqrt(adjusted) / total,
    degreesOfFreedom: total ** 2 / (sizeSquares + crossTerms),
  };
}
