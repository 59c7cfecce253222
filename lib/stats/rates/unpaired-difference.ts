import { bernoulliStandardError } from "../error-bars/bernoulli-standard-error.ts";

export type UnpairedDifference = { difference: number; standardError: number; z: number | null };

/**
 * Difference of two rates on different cases, first minus second, with standard error sqrt(SE₁² + SE₂²). `z` is null
 * where that error is 0. Null when either total is 0. On the same cases a paired method is far more powerful.
 *
 * Source: Miller 2024, arXiv 2411.00640, equation 6.
 * @throws RangeError unless 0 <= rate <= 1 and total >= 0.
 */
export function unpairedDifference(
  first: { rate: number; total: number },
  second: { rate: number; total: number },
): UnpairedDifference | null {
  const firstError = bernoulliStandardError(first);
  const secondError = bernoulliStandardError(second);
  if (firstError === null || secondError === null) return null;
  const difference = first.rate - second.rate;
  const standardError = Math.hypot(firstError, secondError);
  return { difference, standardError, z: standardError === 0 ? null : difference / standardError };
}
