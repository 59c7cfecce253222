import { type PairedMean, pairedMean } from "./paired-mean.ts";

export type PairedRatio = Pick<PairedMean, "n" | "units" | "pValue"> & {
  /** Of the geometric means, second run over first, with its two-sided interval: 0.8 is a fifth less. */
  ratio: number;
  lower: number;
  upper: number;
  /** Mean and variance of the logarithms of the ratios per case. */
  logDifference: number;
  logVariance: number;
};

/**
 * Ratio of two runs on the same cases for a quantity that varies by factors, such as a latency: `logRatios[i]` is the logarithm of case
 * i in the second run minus that in the first. The interval is that of the mean logarithm, taken back; few very slow answers do not
 * decide it. Null with fewer than two independent units.
 *
 * Source: Bland & Altman 1996, BMJ 312:1153 (comparing means by logarithms), on the paired differences of Miller 2024, equation 7.
 * @throws RangeError when a logarithm is not finite, or confidence is not within 0..1.
 */
export function pairedRatio(
  logRatios: readonly number[] | Float64Array,
  clusters: Int32Array | null = null,
  confidence = 0.95,
): PairedRatio | null {
  const mean = pairedMean(logRatios, clusters, confidence);
  if (mean === null) return null;
  const { n, units, pValue, difference, lower, upper, variance } = mean;
  return {
    n,
    units,
    pValue,
    ratio: Math.exp(difference),
    lower: Math.exp(lower),
    upper: Math.exp(upper),
    logDifference: difference,
    logVariance: variance,
  };
}
