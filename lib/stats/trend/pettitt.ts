import { requireFinite } from "../guards/require-finite.ts";

export type Pettitt = {
  /** Largest |Uₜ|. */
  statistic: number;
  /** Number of values before the change. */
  splitAfter: number;
  /** 2 exp(-6K²/(n³ + n²)), at most 1; an approximation that is too large for short series. */
  pValue: number;
};

/**
 * Pettitt's rank test for a change in level, for scores of any distribution. Takes time quadratic in the length. Null with fewer
 * than two values.
 *
 * Source: Pettitt 1979, Applied Statistics 28:126.
 * @throws RangeError when a value is not finite.
 */
export function pettitt(values: readonly number[]): Pettitt | null {
  requireFinite(values, "values");
  const total = values.length;
  if (total < 2) return null;
  let running = 0;
  let best = { statistic: -1, splitAfter: 1 };
  for (let split = 1; split < total; split += 1) {
    const value = values[split - 1] ?? 0;
    running += values.reduce((sum, other) => sum + Math.sign(value - other), 0);
    if (Math.abs(running) > best.statistic) best = { statistic: Math.abs(running), splitAfter: split };
  }
  const pValue = Math.min(1, 2 * Math.exp((-6 * best.statistic ** 2) / (total ** 3 + total ** 2)));
  return { ...best, pValue };
}
