import { requireCount } from "../guards/require-count.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { type EValue, eValueOf, runningMinimum } from "./e-value.ts";

/** Variance of one observation (known), and of the normal mixture over true effects. */
export type MixtureVariances = { variance: number; mixtureVariance: number };

/**
 * Mixture sequential probability ratio test of a mean against `null`:
 * √(σ²/(σ² + nτ²)) · exp(n²τ²(ȳ - θ₀)² / (2σ²(σ² + nτ²))).
 *
 * Source: Johari, Pekelis & Walsh 2015, arXiv 1512.04922.
 * @throws RangeError unless total is at least 1, the variances are positive and the means finite.
 */
export function mixtureRatioTest({
  mean,
  total,
  null: expected = 0,
  ...variances
}: MixtureVariances & { mean: number; total: number; null?: number }): EValue {
  requireFinite([mean, expected], "mean and null");
  requireCount(total, "total", 1);
  requireVariances(variances);
  const { variance, mixtureVariance } = variances;
  const spread = variance + total * mixtureVariance;
  const exponent = (total ** 2 * mixtureVariance * (mean - expected) ** 2) / (2 * variance * spread);
  return eValueOf(Math.log(variance / spread) / 2 + exponent);
}

/** Always-valid p-values after each observation. @throws RangeError for values that are not finite, or bad variances. */
export function mixtureRatioPath(values: readonly number[], variances: MixtureVariances): number[] {
  requireFinite(values, "values");
  let sum = 0;
  return runningMinimum(
    values.map((value, index) => {
      sum += value;
      return mixtureRatioTest({ ...variances, mean: sum / (index + 1), total: index + 1 }).pValue;
    }),
  );
}

/**
 * Half width of the confidence sequence around the running mean that the test implies.
 *
 * @throws RangeError unless total is at least 1, the variances are positive and 0 < confidence < 1.
 */
export function mixtureRatioHalfWidth({
  total,
  confidence = 0.95,
  ...variances
}: MixtureVariances & { total: number; confidence?: number }): number {
  requireCount(total, "total", 1);
  requireOpenUnit(confidence, "confidence");
  requireVariances(variances);
  const { variance, mixtureVariance } = variances;
  const spread = variance + total * mixtureVariance;
  const evidence = Math.log(spread / variance) / 2 - Math.log(1 - confidence);
  return Math.sqrt((2 * variance * spread * evidence) / mixtureVariance) / total;
}

function requireVariances({ variance, mixtureVariance }: MixtureVariances): void {
  if (!(variance > 0 && mixtureVariance > 0 && variance < Infinity && mixtureVariance < Infinity)) {
    throw new RangeError(
      `The variances are ${variance} and ${mixtureVariance}; both must be above 0 and finite.`,
    );
  }
}
