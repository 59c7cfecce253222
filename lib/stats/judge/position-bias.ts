import { requireCount } from "../guards/require-count.ts";
import type { RateInterval } from "../intervals/rate-input.ts";
import { wilsonInterval } from "../intervals/wilson.ts";
import { mcnemar } from "../paired/mcnemar.ts";

export type PositionBias = {
  /** Share of pairs with the same winner in both orders. */
  consistency: RateInterval;
  /** (first slot won both - second slot won both) / pairs, in -1..1. */
  firstSlotBias: number;
  /** Among inconsistent pairs; null when there are none. */
  firstSlotShare: number | null;
  /** Exact two-sided test that inconsistent pairs favour neither slot. */
  pValue: number;
};

/**
 * Whether a pairwise judge favours a slot, from pairs judged in both orders: `consistent` had the same winner, in `firstSlot` and
 * `secondSlot` the same slot won twice. Inconsistent pairs are to be scored as ties. Null without pairs.
 *
 * Source: both orders and ties as Zheng et al. 2023, arXiv 2306.05685; the test is McNemar's, exact.
 * @throws RangeError unless all are counts and 0 < confidence < 1.
 */
export function positionBias({
  consistent,
  firstSlot,
  secondSlot,
  confidence = 0.95,
}: {
  consistent: number;
  firstSlot: number;
  secondSlot: number;
  confidence?: number;
}): PositionBias | null {
  requireCount(consistent, "consistent");
  requireCount(firstSlot, "firstSlot");
  requireCount(secondSlot, "secondSlot");
  const inconsistent = firstSlot + secondSlot;
  const total = consistent + inconsistent;
  const consistency = wilsonInterval({ successes: consistent, total, confidence });
  if (!consistency) return null;
  return {
    consistency,
    firstSlotBias: (firstSlot - secondSlot) / total,
    firstSlotShare: inconsistent === 0 ? null : firstSlot / inconsistent,
    pValue: mcnemar({ onlyFirst: firstSlot, onlySecond: secondSlot }).exact,
  };
}
