import { requireWithin } from "../guards/require-within.ts";

/**
 * How many independent cases would give the same standard error of a rate: rate (1 - rate) / standardError², never
 * more than `total`. Equal to `total` where the standard error or the binomial variance is 0, because then the data say
 * nothing about the dependence.
 *
 * Source: Korn & Graubard 1998, Survey Methodology 24:193.
 * @throws RangeError unless 0 <= rate <= 1, standardError >= 0 and total >= 0.
 */
export function effectiveSampleSize({
  rate,
  standardError,
  total,
}: {
  rate: number;
  standardError: number;
  total: number;
}): number {
  requireWithin(rate, "rate", 0, 1);
  requireWithin(standardError, "standardError", 0, Number.MAX_VALUE);
  requireWithin(total, "total", 0, Number.MAX_VALUE);
  const variance = rate * (1 - rate);
  if (standardError === 0 || variance === 0) return total;
  return Math.min(total, variance / standardError / standardError);
}
