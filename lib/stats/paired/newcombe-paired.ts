import { requireCount } from "../guards/require-count.ts";
import { wilsonInterval } from "../intervals/wilson.ts";
import type { DifferenceInterval } from "./tango.ts";

/** How many cases pass in both runs, in one of them only, and in neither. */
export type PairedCounts = { both: number; onlyFirst: number; onlySecond: number; neither: number };

/**
 * Newcombe's interval for the difference of two pass rates on the same cases, first minus second. `phi` is the
 * continuity-corrected correlation of the two runs over cases. Null when there are no cases.
 *
 * Source: Newcombe 1998, Statistics in Medicine 17:2635, method 10.
 * @throws RangeError when a count is negative or not whole, or confidence is not strictly between 0 and 1.
 */
export function newcombePairedInterval({
  both,
  onlyFirst,
  onlySecond,
  neither,
  confidence = 0.95,
}: PairedCounts & { confidence?: number }): (DifferenceInterval & { phi: number }) | null {
  for (const [name, count] of Object.entries({ both, onlyFirst, onlySecond, neither })) {
    requireCount(count, name);
  }
  const total = both + onlyFirst + onlySecond + neither;
  const first = wilsonInterval({ successes: both + onlyFirst, total, confidence });
  const second = wilsonInterval({ successes: both + onlySecond, total, confidence });
  if (!first || !second) return null;
  const phi = correctedPhi({ both, onlyFirst, onlySecond, neither });
  const difference = first.estimate - second.estimate;
  const below = combine(first.estimate - first.lower, second.upper - second.estimate, phi);
  const above = combine(first.upper - first.estimate, second.estimate - second.lower, phi);
  return {
    difference,
    lower: Math.max(-1, difference - below),
    upper: Math.min(1, difference + above),
    phi,
  };
}

function combine(first: number, second: number, phi: number): number {
  return Math.sqrt(Math.max(0, first * first - 2 * phi * first * second + second * second));
}

function correctedPhi({ both, onlyFirst, onlySecond, neither }: PairedCounts): number {
  const half = (both + onlyFirst + onlySecond + neither) / 2;
  const product = both * neither - onlyFirst * onlySecond;
  const numerator = product > half ? product - half : Math.min(0, product);
  const denominator = Math.sqrt(
    (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither),
  );
  return denominator === 0 ? 0 : numerator / denominator;
}
