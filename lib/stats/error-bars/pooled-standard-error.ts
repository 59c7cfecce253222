import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";

/**
 * Standard error of the size-weighted mean over groups, from each group's standard error and size, under the
 * assumption of one common variance. Null when no group leaves a degree of freedom.
 *
 * Source: lm-evaluation-harness, pooled_sample_stderr: SE² = Σ (n_g - 1) n_g SE_g² / (N - G) / N.
 * @throws RangeError when a size is not a count of at least 1 or a standard error is negative.
 */
export function pooledStandardError(
  groups: readonly { standardError: number; size: number }[],
): number | null {
  let total = 0;
  let sum = 0;
  for (const { standardError, size } of groups) {
    requireCount(size, "size", 1);
    requireWithin(standardError, "standardError", 0, Number.MAX_VALUE);
    total += size;
    sum += (size - 1) * size * standardError ** 2;
  }
  const degreesOfFreedom = total - groups.length;
  return degreesOfFreedom <= 0 ? null : Math.sqrt(sum / degreesOfFreedom / total);
}
