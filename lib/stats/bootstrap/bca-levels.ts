import { normalCdf } from "../distributions/normal-cdf.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";

export type BcaLevels = { bias: number; lowerLevel: number; upperLevel: number };

/**
 * The two quantile levels of a bias-corrected and accelerated bootstrap interval. `shareBelow` is the share of
 * replicates below the estimate, ties counted half. Null when every replicate lies on one side, or when the
 * acceleration is too strong for the formula.
 *
 * Source: Efron 1987, JASA 82:171.
 */
export function bcaLevels({
  shareBelow,
  acceleration,
  confidence,
}: {
  shareBelow: number;
  acceleration: number;
  confidence: number;
}): BcaLevels | null {
  if (!(shareBelow > 0 && shareBelow < 1)) return null;
  const bias = normalQuantile(shareBelow);
  const z = normalQuantile(0.5 + confidence / 2);
  const lowerDenominator = 1 - acceleration * (bias - z);
  const upperDenominator = 1 - acceleration * (bias + z);
  if (lowerDenominator <= 0 || upperDenominator <= 0) return null;
  return {
    bias,
    lowerLevel: normalCdf(bias + (bias - z) / lowerDenominator),
    upperLevel: normalCdf(bias + (bias + z) / upperDenominator),
  };
}
