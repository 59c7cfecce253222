import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { type AuditRule, fewestGrades, noteOn } from "../audit-note.ts";
import { counted, percent } from "../audit-words.ts";

export const neverFails: AuditRule = (grader) => {
  const total = grader.passed + grader.failed;
  const interval = clopperPearsonInterval({ successes: grader.failed, total });
  if (total < fewestGrades || grader.failed > 0 || interval === null) return null;
  return noteOn(grader, {
    rule: "never-fails",
    title: "It never fails an answer",
    text: `All ${counted(total)} scored answers passed, so its failures are at most ${percent(interval.upper)} of answers. It tells no model from another: keep it as a guard, or make it stricter.`,
    method: "Clopper-Pearson, 95 %",
    evidence: { runId: grader.runId, runNumber: grader.runNumber, view: "all" },
  });
};
