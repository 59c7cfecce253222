import { normalCdf } from "../distributions/normal-cdf.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";

/** New against old version on the same cases of one split. */
export type SplitChange = { onlyNew: number; onlyOld: number; total: number };

export type OverfitChange = {
  tunedGain: number;
  heldOutGain: number;
  /** tunedGain - heldOutGain. */
  excess: number;
  standardError: number;
  lower: number;
  upper: number;
  /** Null where neither split has an error, because no case changed or all did. */
  z: number | null;
  /** One-sided, that the tuned cases did not gain more. */
  pValue: number | null;
};

/**
 * Difference in differences: how much more a new version gained on the cases it was tuned on than on held-out ones. Unlike the plain
 * gap it does not mind that one split is harder. Null when either split has fewer than two cases.
 *
 * Source: paired variance ((b + c)/n - g²)/(n - 1) of each split, added; Angrist & Pischke 2009, chapter 5.
 * @throws RangeError unless the counts are whole, with onlyNew + onlyOld <= total.
 */
export function overfitChange({
  tuned,
  heldOut,
  confidence = 0.95,
}: {
  tuned: SplitChange;
  heldOut: SplitChange;
  confidence?: number;
}): OverfitChange | null {
  requireOpenUnit(confidence, "confidence");
  const onTuned = gainOf(tuned, "tuned");
  const onHeldOut = gainOf(heldOut, "heldOut");
  if (!onTuned || !onHeldOut) return null;
  const excess = onTuned.gain - onHeldOut.gain;
  const standardError = Math.sqrt(onTuned.variance + onHeldOut.variance);
  const half = normalQuantile(0.5 + confidence / 2) * standardError;
  const z = standardError === 0 ? null : excess / standardError;
  return {
    tunedGain: onTuned.gain,
    heldOutGain: onHeldOut.gain,
    excess,
    standardError,
    lower: excess - half,
    upper: excess + half,
    z,
    pValue: z === null ? null : normalCdf(-z),
  };
}

function gainOf(
  { onlyNew, onlyOld, total }: SplitChange,
  name: string,
): { gain: number; variance: number } | null {
  requireCount(onlyNew, `${name}.onlyNew`);
  requireCount(onlyOld, `${name}.onlyOld`);
  requireCount(total, `${name}.total`);
  if (onlyNew + onlyOld > total) {
    throw new RangeError(`${name}: ${onlyNew} and ${onlyOld} changed cases exceed the total of ${total}.`);
  }
  if (total < 2) return null;
  const gain = (onlyNew - onlyOld) / total;
  return { gain, variance: Math.max(0, (onlyNew + onlyOld) / total - gain ** 2) / (total - 1) };
}
