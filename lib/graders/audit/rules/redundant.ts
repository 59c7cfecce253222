import { type AuditRule, fewestGrades, noteOn, type PairFacts } from "../audit-note.ts";
import { counted } from "../audit-words.ts";

/** Two graders that agree on every answer, where both outcomes occur: phi is 1. Told once, on the first of them. */
export const redundant: AuditRule = (grader, { pairs, graders }) => {
  const pair = pairs.find(
    ({ first, ...rest }) => first === grader.versionId && alwaysAgree({ first, ...rest }),
  );
  if (pair === undefined) return null;
  const other = graders.find(({ versionId }) => versionId === pair.second)?.name ?? "another grader";
  const total = pair.bothPassed + pair.bothFailed;
  return noteOn(grader, {
    rule: "redundant",
    title: `It always agrees with ${other}`,
    text: `Both give the same verdict on all ${counted(total)} answers that both scored: ${counted(pair.bothPassed)} passed and ${counted(pair.bothFailed)} failed. One of them is enough; keep the cheaper one.`,
    method: `Phi = 1 in run ${grader.runNumber}`,
    evidence: {
      runId: grader.runId,
      runNumber: grader.runNumber,
      view: "failed",
      failedBy: grader.versionId,
    },
  });
};

function alwaysAgree({ bothPassed, bothFailed, firstOnly, secondOnly }: PairFacts): boolean {
  return (
    firstOnly + secondOnly === 0 &&
    bothPassed > 0 &&
    bothFailed > 0 &&
    bothPassed + bothFailed >= fewestGrades
  );
}
