import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { type AuditRule, fewestGrades, noteOn } from "../audit-note.ts";
import { counted, percent } from "../audit-words.ts";

/** Fewer unscored answers hardly move a rate. */
const OFTEN = 0.05;

export const unscoredOften: AuditRule = (grader) => {
  const { runId, runNumber, versionId, unscored, commonReason } = grader;
  const total = grader.passed + grader.failed + unscored;
  const interval = wilsonInterval({ successes: unscored, total });
  if (total < fewestGrades || interval === null || unscored / total < OFTEN) return null;
  const reason =
    commonReason === null
      ? ""
      : ` Most often (${counted(commonReason.count)} times): ${commonReason.text.slice(0, 300)}`;
  return noteOn(grader, {
    rule: "unscored-often",
    title: "It often cannot judge",
    text: `${counted(unscored)} of ${counted(total)} answers are unscored: ${percent(unscored / total)}, between ${percent(interval.lower)} and ${percent(interval.upper)}.${reason}`,
    method: "Wilson, 95 %",
    evidence: { runId, runNumber, view: "all", unscoredBy: versionId },
  });
};
