import { pool } from "#lib/db/database.ts";
import { remoteKinds } from "#lib/graders/registry.ts";
import type { RunPlan } from "../run-plan.ts";
import { attemptKey } from "../storing/attempt-record.ts";
import type { GradeRecord } from "../storing/graded-attempt.ts";

type Row = { caseId: string; repetition: number; graderVersionId: string; score: number; passed: boolean };

/**
 * Grades of earlier rounds that need not be paid again, by attempt: neither a grader version nor a stored answer ever changes, so what
 * a judge has scored stays scored. What it could not judge is asked again, and so is a webhook, which is not ours to pay or to know.
 */
export async function findKeptGrades(
  plan: Pick<RunPlan, "runId" | "graders" | "gradeRound">,
  caseIds: readonly string[],
): Promise<Map<string, GradeRecord[]>> {
  const remote = plan.graders.filter(({ rule }) => remoteKinds.includes(rule.kind));
  if (plan.gradeRound === 0 || remote.length === 0 || caseIds.length === 0) return new Map();
  const { rows } = await pool().query<Row>(
    `select case_id as "caseId", repetition, grader_version_id as "graderVersionId", score, passed
     from grade
     where run_id = $1 and case_id = any($2::uuid[]) and grader_version_id = any($3::uuid[]) and status = 'scored' and usage is not null`,
    [plan.runId, caseIds, remote.map(({ versionId }) => versionId)],
  );
  const byAttempt = Map.groupBy(rows, attemptKey);
  return new Map([...byAttempt].map(([key, grades]) => [key, grades.map(toKept)]));
}

function toKept({ graderVersionId, score, passed }: Row): GradeRecord {
  const stored = { reason: "", detail: undefined, isKept: true } as const;
  return { ...stored, graderVersionId, status: "scored", score, passed };
}
