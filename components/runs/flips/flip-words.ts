import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { FlipPlan, PreviewedGrader } from "#lib/runs/control/grading/preview/describe-preview.ts";
import { changedCount, type FlipCounts, type FlipKind } from "#lib/runs/control/grading/preview/flip.ts";

export const flipLabels: Readonly<Record<FlipKind, string>> = {
  passedToFailed: "Passed to failed",
  failedToPassed: "Failed to passed",
  toUnscored: "To unscored",
  fromUnscored: "From unscored",
};

/** "12 of 300 verdicts would change." */
export function changeSentence(counts: FlipCounts): string {
  const changed = changedCount(counts);
  const total = changed + counts.same;
  if (changed === 0) return `None of ${formatCount(total)} verdicts would change.`;
  return `${formatCount(changed)} of ${formatCount(total)} verdicts would change.`;
}

/** What a grader that is not inline would take for a whole run. */
export function outsideSentence(grader: PreviewedGrader, { answers }: FlipPlan): string {
  const { name, execution, callsPerAnswer, meanMicroUsd } = grader;
  if (execution === "isolated")
    return `${name} runs programs on this machine: free, and too slow to preview on every answer.`;
  const calls = `${name} asks somebody about each answer: ${formatCount(answers * callsPerAnswer)} calls for ${formatCount(answers)} answers`;
  return meanMicroUsd === null
    ? `${calls}, at a cost that is not known yet. A sample shows it.`
    : `${calls}, about ${formatMicroUsd(answers * meanMicroUsd)} by what they have cost so far.`;
}
