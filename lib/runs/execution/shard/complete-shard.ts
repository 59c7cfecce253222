import type { Context } from "#lib/context/context.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { finishRunJob } from "#lib/jobs/finish-run.ts";
import { sendJob } from "#lib/queue/send-job.ts";

/** Ends a shard; the last one of a run orders the run's scorecard in the same transaction. */
export async function completeShard(
  ctx: Context,
  key: { runId: string; index: number },
  workerId: string,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockRun(tx, key.runId);
    const ended = await tx.runShard.updateMany({
      where: { workspaceId: ctx.workspaceId, runId: key.runId, index: key.index, workerId, state: "running" },
      data: { state: "done", leaseExpiresAt: null, finishedAt: new Date() },
    });
    if (ended.count === 1) await finishIfAllDone(tx, ctx, key.runId);
  });
}

/** Two last shards that end together would each still see the other one open; the lock puts them one after the other. */
export async function lockRun(tx: Transaction, runId: string): Promise<void> {
  await tx.$queryRaw`select 1 from run where id = ${runId}::uuid for update`;
}

/** Orders the scorecard when no shard is open any more. The caller holds the run's lock. */
export async function finishIfAllDone(tx: Transaction, ctx: Context, runId: string): Promise<void> {
  const open = await tx.runShard.count({
    where: { workspaceId: ctx.workspaceId, runId, state: { not: "done" } },
  });
  if (open === 0) await sendJob(tx, finishRunJob, { workspaceId: ctx.workspaceId, runId });
}
