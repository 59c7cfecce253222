import type { Direction } from "./grader-kind.ts";

/** Smaller than any difference that a threshold is meant to tell apart; larger than the noise of adding binary fractions. */
const ROUNDING = 1e-9;

/** A score passes when it is at least the threshold (`higher` is better) or at most the threshold (`lower` is better). */
export function decidePassed({
  score,
  threshold,
  direction,
}: {
  score: number;
  threshold: number;
  direction: Direction;
}): boolean {
  return direction === "higher" ? score >= threshold - ROUNDING : score <= threshold + ROUNDING;
}
