import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { storableJson, storableText } from "#lib/db/storable.ts";

export type GradeRecord = {
  graderVersionId: string;
  weight: number;
  status: "scored" | "unscored";
  score: number | null;
  passed: boolean | null;
  reason: string;
  detail: unknown;
};

export type GradedAttempt = {
  caseId: string;
  repetition: number;
  verdict: "passed" | "failed" | "unscored";
  grades: GradeRecord[];
};

/**
 * The verdict is set only where there is none yet, and everything else follows from the rows that this statement set: grading the
 * same attempts again, or twice at once, changes and counts nothing.
 */
const storeSql = `
  with judged as (
    update attempt a set verdict = v.verdict
    from unnest($4::uuid[], $5::smallint[], $6::"Verdict"[]) as v(case_id, repetition, verdict)
    where a.run_id = $2 and a.case_id = v.case_id and a.repetition = v.repetition and a.verdict is null
    returning a.case_id, a.repetition, a.verdict
  ), graded as (
    insert into grade (workspace_id, run_id, case_id, repetition, grader_version_id, status, score, passed, reason, detail)
    select $1, $2, g.case_id, g.repetition, g.grader_version_id, g.status, g.score, g.passed, g.reason, g.detail
    from unnest($7::uuid[], $8::smallint[], $9::uuid[], $10::"GradeStatus"[], $11::double precision[], $12::boolean[], $13::text[], $14::jsonb[])
      as g(case_id, repetition, grader_version_id, status, score, passed, reason, detail)
    join judged using (case_id, repetition)
    on conflict do nothing
  )
  update run_shard s set
    passed = s.passed + (select count(*) from judged where verdict = 'passed'),
    failed = s.failed + (select count(*) from judged where verdict = 'failed'),
    unscored = s.unscored + (select count(*) from judged where verdict = 'unscored')
  where s.run_id = $2 and s.index = $3`;

/** Stores verdicts and grades of a batch and counts them on the shard, in one statement. */
export async function storeGrades(
  ctx: Context,
  shard: { runId: string; index: number },
  attempts: readonly GradedAttempt[],
): Promise<void> {
  if (attempts.length === 0) return;
  const rows = attempts.flatMap(({ caseId, repetition, grades }) =>
    grades.map((grade) => ({ caseId, repetition, ...grade })),
  );
  await pool().query({
    name: "store-grades",
    text: storeSql,
    values: [
      ctx.workspaceId,
      shard.runId,
      shard.index,
      attempts.map((attempt) => attempt.caseId),
      attempts.map((attempt) => attempt.repetition),
      attempts.map((attempt) => attempt.verdict),
      rows.map((row) => row.caseId),
      rows.map((row) => row.repetition),
      rows.map((row) => row.graderVersionId),
      rows.map((row) => row.status),
      rows.map((row) => row.score),
      rows.map((row) => row.passed),
      rows.map((row) => storableText(row.reason)),
      rows.map((row) => (row.detail === undefined ? null : storableJson(row.detail))),
    ],
  });
}
