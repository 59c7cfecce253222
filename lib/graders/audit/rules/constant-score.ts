import { type AuditRule, fewestGrades, type GraderFacts, noteOn } from "../audit-note.ts";
import { counted } from "../audit-words.ts";

/** Of graders whose scores could be anything in 0..1; the others never or always fail. */
export const constantScore: AuditRule = (grader) => {
  const total = grader.passed + grader.failed;
  if (total < fewestGrades || !hasConstantScore(grader)) return null;
  return noteOn(grader, {
    rule: "constant-score",
    title: "Its score never varies",
    text: `All ${counted(total)} scored answers have the score ${grader.lowestScore}. A score that is the same for every answer says nothing about any of them: look at what it compares.`,
    method: "Lowest and highest score",
    evidence: { runId: grader.runId, runNumber: grader.runNumber, view: "all" },
  });
};

/** Then its verdicts are constant too, and one note is enough. */
export function hasConstantScore({ binary, lowestScore, highestScore }: GraderFacts): boolean {
  return !binary && lowestScore !== null && lowestScore === highestScore;
}
