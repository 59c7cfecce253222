import { type AuditRule, fewestGrades, noteOn } from "../audit-note.ts";
import { counted, percent } from "../audit-words.ts";
import { hasConstantScore } from "./constant-score.ts";

export const nearThreshold = 0.02;
const MANY = 0.2;

/** Many scores so close to the threshold that a small move of it changes the verdicts. */
export const thresholdCliff: AuditRule = (grader) => {
  const total = grader.passed + grader.failed;
  const isSmooth = !grader.binary && grader.threshold > 0 && grader.threshold < 1;
  if (!isSmooth || hasConstantScore(grader) || total < fewestGrades) return null;
  const share = grader.nearThreshold / total;
  if (share < MANY) return null;
  return noteOn(grader, {
    rule: "threshold-cliff",
    title: "Its threshold stands where many scores are",
    text: `${counted(grader.nearThreshold)} of ${counted(total)} scores (${percent(share)}) are within ${nearThreshold} of the threshold ${grader.threshold}, so a small move of it turns many verdicts. Choose one where few scores are.`,
    method: `Scores within ±${nearThreshold} of the threshold`,
    evidence: { runId: grader.runId, runNumber: grader.runNumber, view: "all" },
  });
};
