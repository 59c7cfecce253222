import { normalCdf } from "../distributions/normal-cdf.ts";
import { requireFinite } from "../guards/require-finite.ts";

export type MannKendall = {
  /** Pairs that rise minus pairs that fall. */
  statistic: number;
  variance: number;
  z: number;
  /** Two-sided; 1 where all values are equal. */
  pValue: number;
};

/**
 * Mann-Kendall test for a steady rise or fall, corrected for ties and for continuity. Takes time quadratic in the length. Null with
 * fewer than three values.
 *
 * Source: Mann 1945, Econometrica 13:245; Kendall 1975, Rank Correlation Methods.
 * @throws RangeError when a value is not finite.
 */
export function mannKendall(values: readonly number[]): MannKendall | null {
  requireFinite(values, "values");
  if (values.length < 3) return null;
  let statistic = 0;
  values.forEach((value, index) => {
    for (let later = index + 1; later < values.length; later += 1)
      statistic += Math.sign((values[later] ?? 0) - value);
  });
  const term = (count: number) => count * (count - 1) * (2 * count + 5);
  const ties = [...Map.groupBy(values, (value) => value).values()].reduce(
    (sum, group) => sum + term(group.length),
    0,
  );
  const variance = (term(values.length) - ties) / 18;
  const z = variance === 0 ? 0 : (statistic - Math.sign(statistic)) / Math.sqrt(variance);
  return { statistic, variance, z, pValue: Math.min(1, 2 * normalCdf(-Math.abs(z))) };
}
