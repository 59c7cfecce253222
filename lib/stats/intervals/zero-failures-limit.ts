import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";

/**
 * One-sided upper limit of a failure rate after `total` trials without a failure. `exact` is 1 - (1 - confidence)^(1/n);
 * `ruleOfThree` is the 3/n to remember it by (for 95 %), never above 1. Null when total is 0.
 *
 * Source: Hanley & Lippman-Hand 1983, JAMA 249:1743.
 * @throws RangeError when total is not a count or confidence is not strictly between 0 and 1.
 */
export function zeroFailuresLimit({
  total,
  confidence = 0.95,
}: {
  total: number;
  confidence?: number;
}): { exact: number; ruleOfThree: number } | null {
  requireCount(total, "total");
  requireOpenUnit(confidence, "confidence");
  if (total === 0) return null;
  return { exact: -Math.expm1(Math.log1p(-confidence) / total), ruleOfThree: Math.min(1, 3 / total) };
}
