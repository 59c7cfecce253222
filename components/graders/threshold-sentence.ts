import { binaryDecision } from "#lib/graders/binary-decision.ts";
import type { Direction } from "#lib/graders/grader-kind.ts";

const decisions = {
  met: "passes when the check is met",
  "not-met": "passes when the check is NOT met",
  always: "always passes",
};

/** "passes when the score is at least 0.8", and of a kind whose scores are only 0 and 1, "passes when the check is met". */
export function thresholdSentence({
  direction,
  threshold,
  binary,
}: {
  direction: Direction;
  threshold: number;
  binary: boolean;
}): string {
  if (binary && Number.isFinite(threshold)) return decisions[binaryDecision({ direction, threshold })];
  const bound = Number.isFinite(threshold) ? String(Number(threshold.toFixed(4))) : "…";
  return `passes when the score is at ${direction === "higher" ? "least" : "most"} ${bound}`;
}
