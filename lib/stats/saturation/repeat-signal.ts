import { variance } from "../error-bars/variance.ts";
import { mean } from "../mean.ts";

export type RepeatSignal = {
  /** (largest - smallest) / mean over models. */
  relativeDispersion: number;
  /** Standard deviation / mean over repeats of one model. */
  relativeDeviation: number;
  /** relativeDispersion / relativeDeviation; null where the repeats are all equal. */
  signalToNoise: number | null;
};

/**
 * Signal-to-noise ratio of a suite from repeated runs of one model. Null without models, with fewer than two repeats, or where
 * either mean is 0.
 *
 * Source: Heineman et al. 2025, arXiv 2508.13144; they repeat over training checkpoints, here over runs.
 * @throws RangeError when a score is not finite.
 */
export function repeatSignal(models: readonly number[], repeats: readonly number[]): RepeatSignal | null {
  const centre = mean(models);
  const repeatCentre = mean(repeats);
  const spread = variance(repeats);
  if (!centre || !repeatCentre || spread === null) return null;
  const largest = models.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const smallest = models.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY);
  const relativeDispersion = (largest - smallest) / centre;
  const relativeDeviation = Math.sqrt(spread) / repeatCentre;
  return {
    relativeDispersion,
    relativeDeviation,
    signalToNoise: relativeDeviation === 0 ? null : relativeDispersion / relativeDeviation,
  };
}
