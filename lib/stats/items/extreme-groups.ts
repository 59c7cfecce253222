const SHARE = 0.27;

/**
 * Weights of each run in the mean over the best and over the worst 27 % by total, at least one run each. The weights of a group
 * sum to 1; runs that tie at its edge share what is left.
 */
export function extremeGroups(totals: readonly number[]): { upper: number[]; lower: number[] } {
  const size = Math.max(1, Math.round(SHARE * totals.length));
  return {
    upper: groupWeights(totals, size),
    lower: groupWeights(
      totals.map((total) => -total),
      size,
    ),
  };
}

function groupWeights(totals: readonly number[], size: number): number[] {
  const edge = totals.toSorted((a, b) => b - a)[size - 1] ?? 0;
  const above = totals.filter((total) => total > edge).length;
  const tied = totals.filter((total) => total === edge).length;
  return totals.map((total) => {
    if (total > edge) return 1 / size;
    return total === edge ? (size - above) / (tied * size) : 0;
  });
}
