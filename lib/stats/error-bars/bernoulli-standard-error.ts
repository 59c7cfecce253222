import { requireWithin } from "../guards/require-within.ts";

/**
 * Standard error of a pass rate, sqrt(rate (1 - rate) / n); null when total is 0. It is 0 at rates 0 and 1, so never
 * build an interval on it there: use Wilson.
 *
 * Source: Miller 2024, arXiv 2411.00640, section 2.1.
 * @throws RangeError unless 0 <= rate <= 1 and total >= 0.
 */
export function bernoulliStandardError({ rate, total }: { rate: number; total: number }): number | null {
  requireWithin(rate, "rate", 0, 1);
  requireWithin(total, "total", 0, Number.MAX_VALUE);
  return total === 0 ? null : Math.sqrt((rate * (1 - rate)) / total);
}
