import { type AuditRule, fewestGrades, noteOn } from "../audit-note.ts";
import { counted, percent } from "../audit-words.ts";

const FEWEST_MISSES = 3;
const SHARE_OF_FAILURES = 0.1;

/** A comparison letter by letter that fails what a looser grader of the same run passes. */
export const tooStrict: AuditRule = (grader, { misses, graders }) => {
  const total = grader.passed + grader.failed;
  const [worst] = misses
    .filter(({ strict }) => strict === grader.versionId)
    .toSorted((first, second) => second.misses - first.misses);
  if (worst === undefined || total < fewestGrades || worst.misses < FEWEST_MISSES) return null;
  const share = worst.misses / Math.max(1, worst.strictFailures);
  if (share < SHARE_OF_FAILURES) return null;
  const loose = graders.find(({ versionId }) => versionId === worst.loose)?.name ?? "a looser grader";
  const { runId, runNumber, versionId } = grader;
  return noteOn(grader, {
    rule: "too-strict",
    title: "It may be too strict",
    text: `${counted(worst.misses)} of the ${counted(worst.strictFailures)} answers that it fails (${percent(share)}) pass ${loose}. If they are right, allow more forms, or let ${loose} decide.`,
    method: `Counted in run ${runNumber}`,
    evidence: { runId, runNumber, view: "all", failedBy: versionId },
    examples: worst.examples,
  });
};
