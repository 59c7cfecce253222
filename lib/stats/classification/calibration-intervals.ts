import {
  type BootstrapSettings,
  type BootstrapStatistic,
  bootstrapStatistics,
} from "../bootstrap/bootstrap-statistic.ts";
import { requireCount } from "../guards/require-count.ts";
import { type ConfidenceRecord, requireConfidences } from "./confidence-record.ts";
import { binOf } from "./expected-calibration-error.ts";

export type CalibrationIntervals = {
  brier: BootstrapStatistic | null;
  calibrationError: BootstrapStatistic | null;
};

/**
 * Bootstrap intervals by case, or by cluster, of the Brier score and the expected calibration error. The error of a resample is a
 * little larger than that of the records, because noise in a bin counts as miscalibration: with few records a bin, read its interval
 * as an upper bound. Both are null with fewer than two cases or clusters.
 *
 * Source: Efron & Tibshirani 1993; Guo et al. 2017, arXiv 1706.04599; bias Kumar, Liang & Ma 2019, arXiv 1909.10155.
 * @throws RangeError when a confidence is outside 0..1, there is no bin, or a setting is out of range.
 */
export function calibrationIntervals(
  records: readonly ConfidenceRecord[],
  { binCount = 10, ...resampling }: Omit<BootstrapSettings, "rows"> & { binCount?: number } = {},
): CalibrationIntervals {
  requireConfidences(records);
  requireCount(binCount, "binCount", 1);
  const gaps = Float64Array.from(records, ({ confidence, correct }) => (correct ? 1 : 0) - confidence);
  const bins = Uint32Array.from(records, ({ confidence }) => binOf(confidence, binCount));
  const byBin = new Float64Array(binCount);
  const [brier = null, calibrationError = null] = bootstrapStatistics(
    { ...resampling, rows: records.length },
    (rows) => {
      if (rows.length === 0) return [null, null];
      byBin.fill(0);
      let squares = 0;
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index] ?? 0;
        const gap = gaps[row] ?? 0;
        const bin = bins[row] ?? 0;
        squares += gap * gap;
        byBin[bin] = (byBin[bin] ?? 0) + gap;
      }
      const error = byBin.reduce((sum, gap) => sum + Math.abs(gap), 0);
      return [squares / rows.length, error / rows.length];
    },
  );
  return { brier, calibrationError };
}
