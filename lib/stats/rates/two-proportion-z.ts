import { normalCdf } from "../distributions/normal-cdf.ts";
import { requireTwoRates, type TwoRates } from "./two-rates-input.ts";

/**
 * Pooled z-test of two independent rates, first minus second, two-sided. Null when either total is 0; z 0 and p 1 when
 * all cases passed or all failed.
 *
 * @throws RangeError unless the counts are whole with successes <= total.
 */
export function twoProportionZ({ first, second }: TwoRates): { z: number; pValue: number } | null {
  requireTwoRates({ first, second });
  if (first.total === 0 || second.total === 0) return null;
  const pooled = (first.successes + second.successes) / (first.total + second.total);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.total + 1 / second.total));
  if (error === 0) return { z: 0, pValue: 1 };
  const z = (first.successes / first.total - second.successes / second.total) / error;
  return { z, pValue: Math.min(1, 2 * normalCdf(-Math.abs(z))) };
}
