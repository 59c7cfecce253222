import { type ConfidenceRecord, requireConfidences } from "./confidence-record.ts";

/**
 * Brier score: mean squared distance of a stated confidence from what happened, 0 (perfect) to 1. Always saying 0.5 gives 0.25.
 * Null without records.
 *
 * Source: Brier 1950, Monthly Weather Review 78:1.
 * @throws RangeError when a confidence is outside 0..1.
 */
export function brierScore(records: readonly ConfidenceRecord[]): number | null {
  requireConfidences(records);
  if (records.length === 0) return null;
  const sum = records.reduce(
    (running, { confidence, correct }) => running + (confidence - (correct ? 1 : 0)) ** 2,
    0,
  );
  return sum / records.length;
}
