import { requireWithin } from "../guards/require-within.ts";

export type GainNearCeiling = {
  gain: number;
  /** Share of the errors that are gone; null when there were none. */
  errorReduction: number | null;
  /** gain / (1 - before), Hake's normalised gain; null at 1. The same figure where it is a gain, defined for losses alike. */
  normalisedGain: number | null;
  /** Difference of the log-odds; null where either rate is 0 or 1. */
  logitGain: number | null;
};

/**
 * A change of pass rate in terms that keep their meaning near the ceiling: 90 to 93 % is 3 points, and 30 % fewer errors.
 *
 * Source: Hake 1998, Am. J. Physics 66:64.
 * @throws RangeError unless both rates lie in 0..1.
 */
export function gainNearCeiling(before: number, after: number): GainNearCeiling {
  requireWithin(before, "before", 0, 1);
  requireWithin(after, "after", 0, 1);
  const inside = (rate: number) => rate > 0 && rate < 1;
  const logit = (rate: number) => Math.log(rate / (1 - rate));
  return {
    gain: after - before,
    errorReduction: before === 1 ? null : 1 - (1 - after) / (1 - before),
    normalisedGain: before === 1 ? null : (after - before) / (1 - before),
    logitGain: inside(before) && inside(after) ? logit(after) - logit(before) : null,
  };
}
