import type { Direction } from "#lib/graders/grader-kind.ts";

/** "passes when the score is at least 0.8" */
export function thresholdSentence({
  direction,
  threshold,
}: {
  direction: Direction;
  threshold: number;
}): string {
  const bound = Number.isFinite(threshold) ? String(Number(threshold.toFixed(4))) : "…";
  return `passes when the score is at ${direction === "higher" ? "least" : "most"} ${bound}`;
}
