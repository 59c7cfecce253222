import { normalQuantile } from "#lib/stats/distributions/normal-quantile.ts";

/** n paired cases in `units` that do not depend on one another, their mean difference, and the variance of the differences per case. */
export type DifferenceSpread = { n: number; units: number; difference: number; variance: number };

const power = 0.8;

/**
 * About how many cases more would show the observed difference with a power of 80 %, if it is the true one: at least 1. Null when
 * nothing was paired or there is no difference, because then no number would.
 *
 * Source: Miller 2024, arXiv 2411.00640, equation 9.
 */
export function casesForDifference(spread: DifferenceSpread, alpha = 0.05): number | null {
  return casesFor(spread, Math.abs(spread.difference), 1 - alpha / 2);
}

/**
 * About how many cases more would rule out a loss as large as the margin, one-sided at `alpha`, with a power of 80 %, if the observed
 * difference is the true one: at least 1. Null when the difference is not above -margin, because then no number would. Not even cases that
 * all stay as they are rule a loss of d out before z²(1 - d) / d independent ones.
 *
 * Source: the Wald approximation (z₁₋α + z₀.₈)² variance / (difference + margin)²; Tango 1998, Statistics in Medicine 17:891, whose lower
 * limit without a changed verdict is -z² / (n + z²).
 */
export function casesForMargin(spread: DifferenceSpread, margin: number, alpha = 0.05): number | null {
  const { n, units, difference } = spread;
  const distance = difference + margin;
  const needed = casesFor(spread, distance, 1 - alpha);
  if (needed === null) return null;
  const unchanged = (normalQuantile(1 - alpha) ** 2 * (1 - Math.min(1, distance))) / distance;
  return Math.max(needed, Math.ceil((unchanged * n) / units) - n);
}

function casesFor({ n, variance }: DifferenceSpread, distance: number, level: number): number | null {
  if (n === 0 || !(distance > 0)) return null;
  const z = normalQuantile(level) + normalQuantile(power);
  return Math.max(1, Math.ceil((z ** 2 * variance) / distance ** 2) - n);
}
