import { attemptVerdict } from "#lib/graders/attempt-verdict.ts";
import type { GradeInput } from "#lib/graders/grader-kind.ts";
import type { PlannedGrader, RunPlan } from "../run-plan.ts";
import type { GradedAttempt, GradeRecord } from "./graded-attempt.ts";

/** Lets every grader of the run judge one stored answer, and draws the attempt's verdict from their grades. */
export function gradeAnswer(
  { graders, verdictRule }: Pick<RunPlan, "graders" | "verdictRule">,
  { caseId, repetition }: { caseId: string; repetition: number },
  input: GradeInput,
): GradedAttempt {
  const grades = graders.map((grader) => toRecord(grader, input));
  return { caseId, repetition, verdict: attemptVerdict(grades, graders, verdictRule), grades };
}

function toRecord({ versionId, grader }: PlannedGrader, input: GradeInput): GradeRecord {
  const result = grader.execution === "inline" ? grader.grade(input) : notInline;
  const common = { graderVersionId: versionId, status: result.status, reason: result.reason };
  return result.status === "scored"
    ? { ...common, score: result.score, passed: result.passed, detail: result.detail }
    : { ...common, score: null, passed: null, detail: undefined };
}

const notInline = { status: "unscored", reason: "This grader does not run inside the worker." } as const;
