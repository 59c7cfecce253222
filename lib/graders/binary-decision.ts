import type { Direction } from "./grader-kind.ts";

/** When an answer passes a grader whose scores are only 0 (the check is not met) and 1 (it is met). */
export type BinaryDecision = "met" | "not-met" | "always";

/**
 * A grader of such a kind is negated by its rule, not by a kind of its own: direction “lower” with a threshold below 1 passes exactly
 * the answers that do not meet the check. An unscored answer stays unscored.
 */
export function binaryDecision({
  direction,
  threshold,
}: {
  direction: Direction;
  threshold: number;
}): BinaryDecision {
  if (direction === "higher") return threshold <= 0 ? "always" : "met";
  return threshold >= 1 ? "always" : "not-met";
}

/** The rule of each decision that can be chosen. */
export const binaryRules = {
  met: { direction: "higher", threshold: 1 },
  "not-met": { direction: "lower", threshold: 0 },
} as const satisfies Record<Exclude<BinaryDecision, "always">, { direction: Direction; threshold: number }>;

/** The explanation of a kind with such scores, turned round for a negated grader. */
export function negatedExplanation(explanation: string): string {
  return explanation.replace(/^Passes when /, "Passes when NOT: ");
}
