import type pg from "pg";
import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { isPaidSql } from "../../spending/is-paid-sql.ts";
import { attemptKey } from "./attempt-record.ts";
import { type AttemptRow, attemptColumns, rowKey } from "./attempt-row.ts";
import { type GradedAttempt, gradeColumns, gradeNames } from "./graded-attempt.ts";

/** `graded` is null for an errored attempt, and for an answer that is graded after it is stored. */
export type EndedRow = { row: AttemptRow; graded: GradedAttempt | null };

const names = attemptColumns.map(([name]) => name);
const firstColumn = 8;
const firstGradeColumn = firstColumn + attemptColumns.length;
const arrays = (
  list: readonly (readonly [name: string, type: string, ...rest: unknown[]])[],
  first: number,
) => list.map(([, type], index) => `$${first + index}::${type}[]`).join(", ");

/**
 * One statement for a whole batch, which tells what it stored when that is not all ($6): arrays of columns, and nothing for a row that is there already, unless it is an errored attempt of
 * an earlier round, which is replaced. Only then has the row version that is returned a deleting transaction, ours (`xmax`).
 */
const insertSql = `
  with stored as (
    insert into attempt as a (workspace_id, run_id, shard_index, grade_round, verdict, ${names.join(", ")})
    select $1, $2, $3, $5, case when outcome = 'errored' then 'errored' else verdict end, ${names.join(", ")}
    from unnest($7::"Verdict"[], ${arrays(attemptColumns, firstColumn)})
      as given(verdict, ${names.join(", ")})
    on conflict (run_id, case_id, repetition) do update set
      grade_round = excluded.grade_round, verdict = excluded.verdict,
      ${names.map((name) => `${name} = excluded.${name}`).join(", ")}
      where a.outcome = 'errored' and a.answer_round < $4
    returning case_id, repetition, outcome, verdict, cost_micro_usd, from_cache, xmax::text <> '0' as replaced
  ), graded as (
    insert into grade (workspace_id, run_id, ${gradeNames})
    select $1, $2, g.*
    from unnest(${arrays(gradeColumns, firstGradeColumn)}) as g(${gradeNames})
    join stored using (case_id, repetition)
  ), counts as (
    select count(*) filter (where outcome = 'answered') as answered,
      count(*) filter (where outcome = 'errored') - count(*) filter (where replaced) as errored,
      count(*) filter (where verdict = 'passed') as passed,
      count(*) filter (where verdict = 'failed') as failed,
      count(*) filter (where verdict = 'unscored') as unscored,
      coalesce(sum(cost_micro_usd) filter (where ${isPaidSql}), 0) as cost,
      count(*) filter (where outcome = 'answered' and cost_micro_usd is null and ${isPaidSql}) as cost_unknown,
      count(*) filter (where from_cache) as cached,
      coalesce(sum(cost_micro_usd) filter (where from_cache), 0) as saved
    from stored
  ), counted as (
    update run_shard s set
      answered = s.answered + c.answered, errored = s.errored + c.errored,
      passed = s.passed + c.passed, failed = s.failed + c.failed, unscored = s.unscored + c.unscored,
      cost_micro_usd = s.cost_micro_usd + c.cost, cost_unknown = s.cost_unknown + c.cost_unknown,
      cached = s.cached + c.cached, saved_micro_usd = s.saved_micro_usd + c.saved
    from counts c
    where s.run_id = $2 and s.index = $3
  ), spent as (
    insert into workspace_spending as w (workspace_id, month, cost_micro_usd)
    select $1, date_trunc('month', now() at time zone 'utc')::date, cost from counts where cost > 0
    on conflict (workspace_id, month) do update set cost_micro_usd = w.cost_micro_usd + excluded.cost_micro_usd
  )
  select case when count(*) < $6
    then coalesce(json_agg(json_build_object('caseId', case_id, 'repetition', repetition)), '[]')
  end as stored
  from stored`;

/**
 * Stores ended attempts with the grades there are, and counts and bills them, in one statement and so in one transaction. Returns those
 * that were not stored before: an attempt that a worker taken for dead has stored meanwhile stays as it is and is counted once.
 */
export async function storeAttempts<Ended extends EndedRow>(
  ctx: Context,
  shard: { runId: string; index: number },
  rounds: { answerRound: number; gradeRound: number },
  ended: readonly Ended[],
): Promise<Ended[]> {
  if (ended.length === 0) return [];
  const grades = ended.flatMap(({ graded }) =>
    graded === null ? [] : graded.grades.map((grade) => ({ ...graded, ...grade })),
  );
  const { rows }: pg.QueryResult<{ stored: { caseId: string; repetition: number }[] | null }> =
    await pool().query({
      name: "store-attempts",
      text: insertSql,
      values: [
        ctx.workspaceId,
        shard.runId,
        shard.index,
        rounds.answerRound,
        rounds.gradeRound,
        ended.length,
        ended.map(({ graded }) => graded?.verdict ?? null),
        ...attemptColumns.map((_column, index) => ended.map(({ row }) => row[index])),
        ...gradeColumns.map(([, , value]) => grades.map(value)),
      ],
    });
  const told = rows[0]?.stored ?? null;
  if (told === null) return [...ended];
  const stored = new Set(told.map(attemptKey));
  return ended.filter(({ row }) => stored.has(rowKey(row)));
}
