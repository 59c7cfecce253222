import { requireFinite } from "../guards/require-finite.ts";
import { requireWithin } from "../guards/require-within.ts";
import type { RateInterval } from "./rate-input.ts";

/**
 * Interval of the difference of two estimates, first minus second, from the interval of each and the correlation of the two estimates:
 * the limits are recovered from those of the parts, so that skewed intervals stay skewed.
 *
 * Source: Zou & Donner 2008, Statistics in Medicine 27:1693 (MOVER); with a correlation as Zou 2008, Statistics in Medicine 27:1847.
 * @throws RangeError when a number is not finite, an estimate lies outside its limits, or |correlation| > 1.
 */
export function moverDifference({
  first,
  second,
  correlation = 0,
}: {
  first: RateInterval;
  second: RateInterval;
  correlation?: number;
}): RateInterval {
  requireWithin(correlation, "correlation", -1, 1);
  for (const [name, { estimate, lower, upper }] of Object.entries({ first, second })) {
    requireFinite([estimate, lower, upper], name);
    requireWithin(estimate, `${name}.estimate`, lower, upper);
  }
  const estimate = first.estimate - second.estimate;
  // one² - 2 correlation one other + other², without the cancellation of a correlation near 1.
  const distance = (one: number, other: number) =>
    Math.sqrt((one - other) ** 2 + 2 * (1 - correlation) * one * other);
  return {
    estimate,
    lower: estimate - distance(first.estimate - first.lower, second.upper - second.estimate),
    upper: estimate + distance(first.upper - first.estimate, second.estimate - second.lower),
  };
}
