import { requireCount } from "../guards/require-count.ts";
import { type ConfidenceRecord, requireConfidences } from "./confidence-record.ts";

export type CalibrationBin = {
  /** Confidences above `from`, up to and with `to`; the first bin also holds 0. */
  from: number;
  to: number;
  total: number;
  /** Null in an empty bin. */
  meanConfidence: number | null;
  shareCorrect: number | null;
};

export type Calibration = { error: number; bins: CalibrationBin[]; total: number };

/**
 * Expected calibration error over bins of equal width: Σ nᵦ/n · |share correct - mean confidence|, 0 (perfect) to 1, with the bins
 * for a reliability diagram. It depends on the number of bins, so state it. Null without records.
 *
 * Source: Guo et al. 2017, arXiv 1706.04599, equation 3; bins closed on the right.
 * @throws RangeError when a confidence is outside 0..1 or there is no bin.
 */
export function expectedCalibrationError(
  records: readonly ConfidenceRecord[],
  binCount = 10,
): Calibration | null {
  requireConfidences(records);
  requireCount(binCount, "binCount", 1);
  if (records.length === 0) return null;
  const sums = Array.from({ length: binCount }, () => ({ total: 0, confidence: 0, correct: 0 }));
  for (const { confidence, correct } of records) {
    const sum = sums[binOf(confidence, binCount)];
    if (!sum) continue;
    sum.total += 1;
    sum.confidence += confidence;
    if (correct) sum.correct += 1;
  }
  const error = sums.reduce(
    (running, { confidence, correct }) => running + Math.abs(correct - confidence),
    0,
  );
  const bins = sums.map(({ total, confidence, correct }, index) => ({
    from: index / binCount,
    to: (index + 1) / binCount,
    total,
    meanConfidence: total === 0 ? null : confidence / total,
    shareCorrect: total === 0 ? null : correct / total,
  }));
  return { error: error / records.length, bins, total: records.length };
}

/** Position of the bin that a confidence in 0..1 belongs to. */
export function binOf(confidence: number, binCount: number): number {
  const bin = Math.max(0, Math.ceil(confidence * binCount) - 1);
  // 0.7 · 10 is 7.000000000000001: an edge belongs to the bin below it.
  return bin > 0 && confidence <= bin / binCount ? bin - 1 : bin;
}
