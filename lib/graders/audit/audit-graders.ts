import type { AuditFacts, AuditNote, AuditRule } from "./audit-note.ts";
import { alwaysFails } from "./rules/always-fails.ts";
import { constantScore, hasConstantScore } from "./rules/constant-score.ts";
import { labelDisagreement } from "./rules/label-disagreement.ts";
import { neverFails } from "./rules/never-fails.ts";
import { redundant } from "./rules/redundant.ts";
import { thresholdCliff } from "./rules/threshold-cliff.ts";
import { tooStrict } from "./rules/too-strict.ts";
import { unrelated } from "./rules/unrelated.ts";
import { unscoredOften } from "./rules/unscored-often.ts";

const rules: readonly AuditRule[] = [
  labelDisagreement,
  tooStrict,
  alwaysFails,
  constantScore,
  unscoredOften,
  thresholdCliff,
  redundant,
  unrelated,
  neverFails,
];

/** Remarks on graders that look wrong for their task, by grader, the gravest of each first. */
export function auditGraders(facts: AuditFacts): AuditNote[] {
  return facts.graders.flatMap((grader) => {
    const notes = rules.flatMap((rule) => rule(grader, facts) ?? []);
    return hasConstantScore(grader)
      ? notes.filter(({ rule }) => rule !== "never-fails" && rule !== "always-fails")
      : notes;
  });
}
