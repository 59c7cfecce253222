import { requireWithin } from "../guards/require-within.ts";
import { logGamma } from "./log-gamma.ts";

const MAXIMUM_TERMS = 100_000;
// Two units in the last place: a factor may alternate between the neighbours of 1 for ever.
const RELATIVE_PRECISION = 2 * Number.EPSILON;
const TINY = 1e-300;

/**
 * Regularised incomplete beta function I_x(a, b), the distribution function of Beta(a, b), for a, b > 0.
 *
 * Source: Lentz's continued fraction, DLMF 8.17.22, on whichever side of the mean converges faster.
 * @throws RangeError unless a > 0, b > 0 and 0 <= x <= 1.
 */
export function regularisedBeta(a: number, b: number, x: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`a is ${a} and b is ${b}; both must be above 0.`);
  requireWithin(x, "x", 0, 1);
  if (x === 0 || x === 1) return x;
  const logScale = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  const scale = Math.exp(logScale);
  const value =
    x < (a + 1) / (a + b + 2)
      ? (scale * continuedFraction(a, b, x)) / a
      : 1 - (scale * continuedFraction(b, a, 1 - x)) / b;
  return Math.min(1, Math.max(0, value));
}

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MAXIMUM_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < RELATIVE_PRECISION) break;
  }
  return value;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
