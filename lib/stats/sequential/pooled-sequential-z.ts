import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";

export type ArmVariance = { variance: number; total: number };

/**
 * Critical value that a z-score of two arms may be held against at every look: √((V + τ)/τ · (-2 ln(α/2) - ln(V/(V + τ)))), V the
 * variance of the difference and τ = z² (σ₁² + σ₂²)/(n₁ + n₂). `fixed` is the value for one look.
 *
 * Source: the sequential test that Statsig documents, after Zhao et al. 2019, arXiv 1905.10493.
 * @throws RangeError unless the variances are positive, the totals at least 1 and 0 < alpha < 1.
 */
export function pooledSequentialZ({
  first,
  second,
  alpha = 0.05,
}: {
  first: ArmVariance;
  second: ArmVariance;
  alpha?: number;
}): { critical: number; fixed: number } {
  requireOpenUnit(alpha, "alpha");
  for (const [name, arm] of Object.entries({ first, second })) {
    requireCount(arm.total, `${name}.total`, 1);
    if (!(arm.variance > 0)) throw new RangeError(`${name}.variance is ${arm.variance}; it must be above 0.`);
  }
  const fixed = -normalQuantile(alpha / 2);
  const variance = first.variance / first.total + second.variance / second.total;
  const mixture = (fixed ** 2 * (first.variance + second.variance)) / (first.total + second.total);
  const spread = variance + mixture;
  const evidence = -2 * Math.log(alpha / 2) - Math.log(variance / spread);
  return { critical: Math.sqrt((spread / mixture) * evidence), fixed };
}
