import { requireWithin } from "../guards/require-within.ts";

/** One answer with the confidence its model stated, in 0..1, and whether it was right. */
export type ConfidenceRecord = { confidence: number; correct: boolean };

/** @throws RangeError naming the first confidence outside 0..1. */
export function requireConfidences(records: readonly ConfidenceRecord[]): void {
  records.forEach(({ confidence }, index) => {
    requireWithin(confidence, `records[${index}].confidence`, 0, 1);
  });
}
