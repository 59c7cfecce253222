import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";

/** One run on a time line: its pass rate in 0..1 and of how many cases. */
export type RunRate = { rate: number; total: number };

/** @throws RangeError unless every rate lies in 0..1 and every total is at least 1. */
export function requireRunRates(runs: readonly RunRate[]): void {
  runs.forEach(({ rate, total }, index) => {
    requireWithin(rate, `runs[${index}].rate`, 0, 1);
    requireCount(total, `runs[${index}].total`, 1);
  });
}
