import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { type AuditRule, fewestGrades, noteOn } from "../audit-note.ts";
import { counted, percent } from "../audit-words.ts";

export const alwaysFails: AuditRule = (grader) => {
  const { runId, runNumber, versionId } = grader;
  const total = grader.passed + grader.failed;
  const interval = clopperPearsonInterval({ successes: grader.passed, total });
  if (total < fewestGrades || grader.passed > 0 || interval === null) return null;
  return noteOn(grader, {
    rule: "always-fails",
    title: "It fails every answer",
    text: `All ${counted(total)} scored answers failed, so at most ${percent(interval.upper)} of answers pass. Read some of them: it may ask for a form that no answer has.`,
    method: "Clopper-Pearson, 95 %",
    evidence: { runId, runNumber, view: "failed", failedBy: versionId },
  });
};
