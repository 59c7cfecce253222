import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { type GradedAttempt, gradeColumns, gradeNames } from "./graded-attempt.ts";

/**
 * The verdict is set only where there is none of this round yet, and everything else follows from the rows that this statement set:
 * grading the same attempts again, or twice at once, changes and counts nothing. A verdict of an earlier round is taken off the counts;
 * what it was paid stays on the bill.
 */
const storeSql = `
  with given as (
    select * from unnest($5::uuid[], $6::smallint[], $7::"Verdict"[]) as v(case_id, repetition, verdict)
  ), before as (
    select case_id, repetition, a.verdict, g.verdict as next from given g join attempt a using (case_id, repetition)
    where a.run_id = $2
  ), judged as (
    update attempt a set verdict = b.next, grade_round = $4
    from before b
    where a.run_id = $2 and a.case_id = b.case_id and a.repetition = b.repetition
      and a.outcome = 'answered' and (a.verdict is null or a.grade_round < $4)
    returning a.case_id, a.repetition, a.verdict, b.verdict as earlier
  ), graded as (
    insert into grade (workspace_id, run_id, ${gradeNames})
    select $1, $2, ${gradeNames}
    from unnest(${gradeColumns.map(([, type], index) => `$${8 + index}::${type}[]`).join(", ")}) as g(${gradeNames})
    join judged using (case_id, repetition)
    on conflict (run_id, case_id, repetition, grader_version_id) do update set
      status = excluded.status, score = excluded.score, passed = excluded.passed,
      reason = excluded.reason, detail = excluded.detail, usage = excluded.usage, cost_micro_usd = excluded.cost_micro_usd
    returning usage, cost_micro_usd
  ), billed as (
    select coalesce(sum((usage->>'calls')::int), 0) as calls, coalesce(sum(cost_micro_usd), 0) as cost,
      count(*) filter (where cost_micro_usd is null) as unknown
    from graded where usage is not null
  ), spent as (
    insert into workspace_spending as w (workspace_id, month, cost_micro_usd)
    select $1, date_trunc('month', now() at time zone 'utc')::date, cost from billed where cost > 0
    on conflict (workspace_id, month) do update set cost_micro_usd = w.cost_micro_usd + excluded.cost_micro_usd
  ), dropped as (
    delete from grade g using judged j
    where $4 > 0 and g.run_id = $2 and g.case_id = j.case_id and g.repetition = j.repetition
      and g.grader_version_id <> all(select grader_version_id from run_grader where run_id = $2)
  )
  update run_shard s set
    passed = s.passed + (select count(*) filter (where verdict = 'passed') - count(*) filter (where earlier = 'passed') from judged),
    failed = s.failed + (select count(*) filter (where verdict = 'failed') - count(*) filter (where earlier = 'failed') from judged),
    unscored = s.unscored + (select count(*) filter (where verdict = 'unscored') - count(*) filter (where earlier = 'unscored') from judged),
    judge_calls = s.judge_calls + (select calls from billed),
    judge_cost_micro_usd = s.judge_cost_micro_usd + (select cost from billed),
    judge_cost_unknown = s.judge_cost_unknown + (select unknown from billed)
  where s.run_id = $2 and s.index = $3`;

/** Stores verdicts and grades of a batch and counts them on the shard, in one statement. */
export async function storeGrades(
  ctx: Context,
  shard: { runId: string; index: number },
  gradeRound: number,
  attempts: readonly GradedAttempt[],
): Promise<void> {
  if (attempts.length === 0) return;
  const rows = attempts.flatMap(({ caseId, repetition, grades }) =>
    grades.filter(({ isKept }) => !isKept).map((grade) => ({ caseId, repetition, ...grade })),
  );
  await pool().query({
    text: storeSql,
    values: [
      ctx.workspaceId,
      shard.runId,
      shard.index,
      gradeRound,
      attempts.map((attempt) => attempt.caseId),
      attempts.map((attempt) => attempt.repetition),
      attempts.map((attempt) => attempt.verdict),
      ...gradeColumns.map(([, , value]) => rows.map(value)),
    ],
  });
}
