import { requireFinite } from "../guards/require-finite.ts";

export type CusumChart = {
  /** Sums of what lies above and below the target by more than the allowance, in standard deviations; both at least 0. */
  above: number[];
  below: number[];
  /** Position of the first sum beyond the limit; null when there is none. */
  firstSignal: number | null;
};

/**
 * Tabular CUSUM of standardised values: c⁺ₜ = max(0, c⁺ₜ₋₁ + z - k), c⁻ₜ = max(0, c⁻ₜ₋₁ - z - k), with an alarm above h.
 *
 * Source: Page 1954, Biometrika 41:100.
 * @throws RangeError when a value is not finite, deviation or limit is not above 0, or allowance is negative.
 */
export function cusumChart(
  values: readonly number[],
  {
    target,
    deviation,
    allowance = 0.5,
    limit = 4,
  }: { target: number; deviation: number; allowance?: number; limit?: number },
): CusumChart {
  requireFinite(values, "values");
  requireFinite([target], "target");
  if (!(deviation > 0 && limit > 0 && allowance >= 0)) {
    throw new RangeError(
      `deviation ${deviation} and limit ${limit} must be above 0, and allowance ${allowance} at least 0.`,
    );
  }
  const above: number[] = [];
  const below: number[] = [];
  for (const value of values) {
    const standardised = (value - target) / deviation;
    above.push(Math.max(0, (above.at(-1) ?? 0) + standardised - allowance));
    below.push(Math.max(0, (below.at(-1) ?? 0) - standardised - allowance));
  }
  const first = above.findIndex((sum, index) => sum > limit || (below[index] ?? 0) > limit);
  return { above, below, firstSignal: first === -1 ? null : first };
}
