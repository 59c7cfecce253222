import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { LockedRun } from "../lock-run-row.ts";
import { openedShard, putBackToWork } from "../put-back-to-work.ts";
import { pinJudgePrices } from "./pin-judge-prices.ts";

/**
 * Sends every answer of a run through its graders once more. The model is not called: of a paused run what is missing stays missing,
 * and it is paused again afterwards. The caller holds the run's lock.
 */
export async function startGradeRound(tx: Transaction, ctx: Context, run: LockedRun): Promise<void> {
  const gradingOnly = run.state === "paused";
  if (gradingOnly) await refuseWhileLeased(tx, run);
  await pinJudgePrices(tx, ctx, run.id);
  await tx.runShard.updateMany({ where: { workspaceId: ctx.workspaceId, runId: run.id }, data: openedShard });
  await putBackToWork(tx, ctx, run, { gradeRound: { increment: 1 }, gradingOnly });
}

/** A worker that has not noticed the pause yet would take the new state of the run for leave to go on asking. */
async function refuseWhileLeased(tx: Transaction, run: LockedRun): Promise<void> {
  const [row] = await tx.$queryRaw<{ leased: boolean }[]>`
    select exists (
      select 1 from run_shard where run_id = ${run.id}::uuid and state = 'running' and lease_expires_at > now()
    ) as leased`;
  if (row?.leased !== true) return;
  throw new AppError(
    "conflict",
    `Run ${run.number} is paused, and calls that were under way are still ending. Try again in a few seconds.`,
  );
}
