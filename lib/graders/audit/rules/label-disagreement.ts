import { itemsToSettle } from "#lib/stats/agreement/items-to-settle.ts";
import { type AuditRule, noteOn } from "../audit-note.ts";
import { counted, percent } from "../audit-words.ts";
import { labelAgreement } from "../label-agreement.ts";

/** Below this, agreement is commonly called less than substantial (Landis & Koch 1977). */
const SUBSTANTIAL = 0.6;

export const labelDisagreement: AuditRule = (grader, { labels }) => {
  const counts = labels.find((one) => one.grader === grader.versionId);
  const found = counts === undefined ? null : labelAgreement(counts);
  if (counts === undefined || found === null || found.labelsNeeded > 0) return null;
  const { kappa, agreement } = found;
  if (kappa === null || kappa.estimate >= SUBSTANTIAL) return null;
  const needed = itemsToSettle({ ...kappa, total: found.labels }, SUBSTANTIAL);
  const isCertain = needed === 0;
  const sentences = [
    `It agrees with ${percent(agreement.estimate)} of ${counted(found.labels)} labels (kappa ${kappa.estimate.toFixed(2)}, ${kappa.lower.toFixed(2)} to ${kappa.upper.toFixed(2)}): it passes ${counted(found.tooLenient)} that people fail, and fails ${counted(found.tooStrict)} that people pass.`,
    ...(isCertain
      ? []
      : [
          needed === null
            ? "Whether that is enough cannot be told yet."
            : `Whether that is enough cannot be told yet: about ${counted(needed)} more labels.`,
        ]),
  ];
  return noteOn(grader, {
    rule: "label-disagreement",
    title: isCertain ? "It disagrees with people" : "It may disagree with people",
    text: sentences.join(" "),
    method: "Cohen's kappa, 95 %",
    evidence: { runId: grader.runId, runNumber: grader.runNumber, view: "all", labels: "labelled" },
    examples: counts.examples,
  });
};
