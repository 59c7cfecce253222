import { cohenKappa } from "#lib/stats/agreement/cohen-kappa.ts";
import { type AuditRule, fewestGrades, noteOn } from "../audit-note.ts";
import { counted, percent } from "../audit-words.ts";

/** Below this, agreement is commonly called less than substantial (Landis & Koch 1977). */
const SUBSTANTIAL = 0.6;

export const labelDisagreement: AuditRule = (grader, { labels }) => {
  const counts = labels.find((one) => one.grader === grader.versionId);
  if (counts === undefined) return null;
  const { bothPassed, graderOnly, humanOnly, bothFailed } = counts;
  const total = bothPassed + graderOnly + humanOnly + bothFailed;
  if (total < fewestGrades) return null;
  const agreement = cohenKappa([
    [bothPassed, graderOnly],
    [humanOnly, bothFailed],
  ]);
  if (agreement === null || agreement.kappa >= SUBSTANTIAL) return null;
  return noteOn(grader, {
    rule: "label-disagreement",
    title: "It disagrees with people",
    text: `It agrees with ${percent((bothPassed + bothFailed) / total)} of ${counted(total)} labels (kappa ${agreement.kappa.toFixed(2)}, ${agreement.lower.toFixed(2)} to ${Math.min(1, agreement.upper).toFixed(2)}): it passes ${counted(graderOnly)} that people fail, and fails ${counted(humanOnly)} that people pass.`,
    method: "Cohen's kappa, 95 %",
    evidence: { runId: grader.runId, runNumber: grader.runNumber, view: "all" },
  });
};
