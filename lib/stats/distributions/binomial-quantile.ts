import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import { binomialCdf } from "./binomial-cdf.ts";

/**
 * The smallest k with P(X <= k) >= level for X ~ Binomial(trials, probability).
 *
 * @throws RangeError when trials is not a count or a chance is outside 0..1.
 */
export function binomialQuantile(level: number, trials: number, probability: number): number {
  requireWithin(level, "level", 0, 1);
  requireCount(trials, "trials");
  let low = 0;
  let high = trials;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, trials, probability) >= level) high = middle;
    else low = middle + 1;
  }
  return low;
}
