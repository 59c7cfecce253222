import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import type { LockedRun } from "../lock-run-row.ts";
import { openedShard, putBackToWork } from "../put-back-to-work.ts";
import { pinJudgePrices } from "./pin-judge-prices.ts";

/** Sends every answer of a run through its graders once more. The model is not called. The caller holds the run's lock. */
export async function startGradeRound(tx: Transaction, ctx: Context, run: LockedRun): Promise<void> {
  await pinJudgePrices(tx, ctx, run.id);
  await tx.runShard.updateMany({ where: { workspaceId: ctx.workspaceId, runId: run.id }, data: openedShard });
  await putBackToWork(tx, ctx, run, { gradeRound: { increment: 1 } });
}
