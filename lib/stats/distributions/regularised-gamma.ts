import { logGamma } from "./log-gamma.ts";

const MAXIMUM_TERMS = 100_000;
// Two units in the last place: a factor may alternate between the neighbours of 1 for ever.
const RELATIVE_PRECISION = 2 * Number.EPSILON;
const TINY = 1e-300;

/**
 * Upper regularised incomplete gamma function Q(shape, x) = Γ(shape, x) / Γ(shape), for shape > 0 and x >= 0.
 * Keeps relative accuracy in the upper tail, where 1 - P would lose every digit.
 *
 * Source: power series below shape + 1, Lentz's continued fraction above (DLMF 8.7.1 and 8.9.2).
 * @throws RangeError outside that domain.
 */
export function upperRegularisedGamma(shape: number, x: number): number {
  if (!(shape > 0 && x >= 0)) {
    throw new RangeError(`shape ${shape} and x ${x} are outside the domain: shape above 0 and x at least 0.`);
  }
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const logScale = shape * Math.log(x) - x - logGamma(shape);
  return x < shape + 1 ? 1 - lowerSeries(shape, x, logScale) : upperFraction(shape, x, logScale);
}

function lowerSeries(shape: number, x: number, logScale: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let step = 1; step < MAXIMUM_TERMS; step += 1) {
    term *= x / (shape + step);
    sum += term;
    if (term < sum * RELATIVE_PRECISION) break;
  }
  return Math.min(1, sum * Math.exp(logScale));
}

function upperFraction(shape: number, x: number, logScale: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let step = 1; step < MAXIMUM_TERMS; step += 1) {
    const a = -step * (step - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < RELATIVE_PRECISION) break;
  }
  return Math.min(1, value * Math.exp(logScale));
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
