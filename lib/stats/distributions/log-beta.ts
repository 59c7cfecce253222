import { logGamma } from "./log-gamma.ts";

/** Natural logarithm of the beta function. @throws RangeError unless both arguments are positive and finite. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
