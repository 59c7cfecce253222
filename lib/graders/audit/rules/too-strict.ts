import { type AuditRule, fewestGrades, type GraderFacts, noteOn, type StrictMisses } from "../audit-note.ts";
import { counted, percent } from "../audit-words.ts";

const FEWEST_MISSES = 3;
const SHARE_OF_FAILURES = 0.1;

/** A comparison letter by letter that fails what a looser grader of the same run passes, and people too where they were asked. */
export const tooStrict: AuditRule = (grader, { misses, graders }) => {
  const total = grader.passed + grader.failed;
  if (total < fewestGrades) return null;
  const [worst] = misses
    .filter((pair) => pair.strict === grader.versionId && isTelling(pair))
    .toSorted(
      (first, second) =>
        second.peoplePass - second.peopleFail - (first.peoplePass - first.peopleFail) ||
        second.misses - first.misses,
    );
  if (worst === undefined) return null;
  const loose = graders.find(({ versionId }) => versionId === worst.loose)?.name ?? "a looser grader";
  return noteOn(grader, {
    rule: "too-strict",
    title: isConfirmed(worst) ? "It fails answers that are right" : "It may be too strict",
    text: textOf(worst, loose),
    method: `Counted in run ${grader.runNumber}`,
    evidence: evidenceOf(grader, worst),
    examples: worst.examples,
  });
};

/** What people say of some of these answers weighs more than how many there are. */
function isTelling(pair: StrictMisses): boolean {
  if (pair.peoplePass + pair.peopleFail >= FEWEST_MISSES) return isConfirmed(pair);
  return pair.misses >= FEWEST_MISSES && pair.misses / Math.max(1, pair.strictFailures) >= SHARE_OF_FAILURES;
}

function isConfirmed({ peoplePass, peopleFail }: StrictMisses): boolean {
  return peoplePass >= FEWEST_MISSES && peoplePass > peopleFail;
}

function textOf(pair: StrictMisses, loose: string): string {
  const { misses, strictFailures, peoplePass, peopleFail } = pair;
  const judged = peoplePass + peopleFail;
  const share = percent(misses / Math.max(1, strictFailures));
  const counts = `${counted(misses)} of the ${counted(strictFailures)} answers that it fails (${share}) pass ${loose}.`;
  if (judged === 0) return `${counts} If they are right, allow more forms, or let ${loose} decide.`;
  const people = `People have judged ${counted(judged)} of them, and ${counted(peoplePass)} of those are right.`;
  return isConfirmed(pair)
    ? `${counts} ${people} Allow more forms, or let ${loose} decide.`
    : `${counts} ${people} Judge a few more to know.`;
}

function evidenceOf({ runId, runNumber, versionId }: GraderFacts, pair: StrictMisses) {
  const people = pair.peoplePass > 0 ? { labels: "labelled" as const } : {};
  return { runId, runNumber, view: "all" as const, failedBy: versionId, ...people };
}
