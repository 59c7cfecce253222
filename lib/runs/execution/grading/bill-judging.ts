import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import type { GradeUsage } from "#lib/graders/grader-kind.ts";

/** Counts calls that led to no grade, because grading was stopped between them, on the shard and in the month. */
export async function billJudging(
  ctx: Context,
  shard: { runId: string; index: number },
  { calls, costMicroUsd }: GradeUsage,
): Promise<void> {
  await pool().query(
    `with spent as (
       insert into workspace_spending as w (workspace_id, month, cost_micro_usd)
       select $1, date_trunc('month', now() at time zone 'utc')::date, $5::bigint where $5::bigint > 0
       on conflict (workspace_id, month) do update set cost_micro_usd = w.cost_micro_usd + excluded.cost_micro_usd
     )
     update run_shard set judge_calls = judge_calls + $4,
       judge_cost_micro_usd = judge_cost_micro_usd + coalesce($5::bigint, 0),
       judge_cost_unknown = judge_cost_unknown + case when $5::bigint is null then 1 else 0 end
     where workspace_id = $1 and run_id = $2 and index = $3`,
    [ctx.workspaceId, shard.runId, shard.index, calls, costMicroUsd],
  );
}
