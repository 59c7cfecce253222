import { requireFinite } from "../guards/require-finite.ts";

/** Ranks from 1; `best` and `worst` are what the intervals still allow. */
export type RankInterval = { best: number; worst: number };

/**
 * Ranks that intervals of strength allow: best is 1 + the models whose lower limit is above this upper limit (the rank an arena
 * shows), worst is the number of models minus those whose upper limit is below this lower limit.
 *
 * @throws RangeError when a limit is not finite, or a lower limit is above its upper.
 */
export function rankIntervals(limits: readonly { lower: number; upper: number }[]): RankInterval[] {
  limits.forEach(({ lower, upper }, index) => {
    requireFinite([lower, upper], `limits[${index}]`);
    if (lower > upper) throw new RangeError(`limits[${index}] goes from ${lower} down to ${upper}.`);
  });
  return limits.map(({ lower, upper }) => ({
    best: 1 + limits.filter((other) => other.lower > upper).length,
    worst: limits.length - limits.filter((other) => other.upper < lower).length,
  }));
}
