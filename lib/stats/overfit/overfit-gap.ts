import { normalCdf } from "../distributions/normal-cdf.ts";
import { fisherExact } from "../rates/fisher-exact.ts";
import { newcombeIndependentInterval } from "../rates/newcombe-independent.ts";
import { twoProportionZ } from "../rates/two-proportion-z.ts";

type SplitRate = { successes: number; total: number };

export type OverfitGap = {
  /** Pass rate on tuned cases minus that on held-out cases. */
  gap: number;
  lower: number;
  upper: number;
  z: number;
  /** One-sided, that the tuned cases are not easier: normal, and exact. */
  pValue: number;
  exact: number;
};

/**
 * Whether a model does better on the cases it was tuned on. It means overfitting only if the split was drawn at random; otherwise
 * compare two versions with `overfitChange`. Null when either split is empty.
 *
 * Source: pooled z and Fisher's test; interval Newcombe 1998, Statistics in Medicine 17:873.
 * @throws RangeError unless the counts are whole with successes <= total.
 */
export function overfitGap({
  tuned,
  heldOut,
  confidence = 0.95,
}: {
  tuned: SplitRate;
  heldOut: SplitRate;
  confidence?: number;
}): OverfitGap | null {
  const rates = { first: tuned, second: heldOut };
  const test = twoProportionZ(rates);
  const interval = newcombeIndependentInterval({ ...rates, confidence });
  if (!test || !interval) return null;
  return {
    gap: interval.difference,
    lower: interval.lower,
    upper: interval.upper,
    z: test.z,
    pValue: normalCdf(-test.z),
    exact: fisherExact(rates).firstGreater,
  };
}
