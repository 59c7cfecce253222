import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { finishIfAllDone } from "../execution/shard/complete-shard.ts";
import { sendShardJobs } from "../shards/send-shard-jobs.ts";
import type { LockedRun } from "./lock-run-row.ts";

/**
 * Queues a run again and offers its open shards to the workers. A run whose shards are all done has lost its last step only, the
 * scorecard, and gets that. The caller holds the run's lock.
 */
export async function putBackToWork(
  tx: Transaction,
  ctx: Context,
  run: Pick<LockedRun, "id" | "priority">,
  changes: Prisma.RunUpdateInput = {},
): Promise<void> {
  await tx.run.update({
    where: { id: run.id },
    data: { gradingOnly: false, ...changes, state: "queued", stateReason: null, finishedAt: null },
  });
  const open = await tx.runShard.findMany({
    where: { workspaceId: ctx.workspaceId, runId: run.id, state: { not: "done" } },
    orderBy: { index: "asc" },
    select: { index: true },
  });
  await sendShardJobs(
    tx,
    ctx,
    run,
    open.map(({ index }) => index),
  );
  await finishIfAllDone(tx, ctx, run.id);
}

/** Opens shards that are done, so that a worker goes through them again. */
export const openedShard = {
  state: "pending",
  workerId: null,
  leaseExpiresAt: null,
  finishedAt: null,
} as const;
