import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { estimateProgress, type ProgressSource, type RunProgress } from "./run-progress.ts";

/** Where a run stands now: sums over its shards, a few rows whatever the number of cases. */
export async function getRunProgress(ctx: Context, runId: string): Promise<RunProgress> {
  const { rows } = await pool().query<ProgressSource>(
    `select r.state, r.state_reason as "stateReason", r.planned, r.started_at as "startedAt", r.finished_at as "finishedAt",
       coalesce(sum(s.answered), 0)::int as answered, coalesce(sum(s.passed), 0)::int as passed,
       coalesce(sum(s.failed), 0)::int as failed, coalesce(sum(s.unscored), 0)::int as unscored,
       coalesce(sum(s.errored), 0)::int as errored, coalesce(sum(s.cost_micro_usd), 0)::float8 as "costMicroUsd",
       coalesce(sum(s.cost_unknown), 0)::int as "costUnknown", coalesce(sum(s.cached), 0)::int as cached,
       coalesce(sum(s.saved_micro_usd), 0)::float8 as "savedMicroUsd",
       coalesce(sum(s.judge_cost_micro_usd), 0)::float8 as "judgeCostMicroUsd",
       coalesce(sum(s.judge_cost_unknown), 0)::int as "judgeCostUnknown", r.budget_micro_usd::float8 as "budgetMicroUsd"
     from run r left join run_shard s on s.run_id = r.id
     where r.workspace_id = $1 and r.id = $2
     group by r.id`,
    [ctx.workspaceId, runId],
  );
  const [row] = rows;
  if (row === undefined) throw new AppError("not-found", "There is no run with this id in this workspace.");
  return estimateProgress(row, new Date());
}
