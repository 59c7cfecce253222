import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { finishIfAllDone } from "../execution/shard/complete-shard.ts";
import { sendShardJobs } from "../shards/send-shard-jobs.ts";
import { type LockedRun, lockRunRow } from "./lock-run-row.ts";
import { refuseUnlessAllowed } from "./run-controls.ts";

const cancelRunInput = z.object({ runId: idSchema });
export type CancelRunInput = z.input<typeof cancelRunInput>;

/** Stops a run: no new calls are made, calls under way are finished and stored, and the scorecard covers what there is. */
export async function cancelRun(ctx: Context, input: CancelRunInput): Promise<void> {
  requireRole(ctx, "editor", "cancel a run");
  const { runId } = parseInput(cancelRunInput, input);
  await db().$transaction(async (tx) => {
    const run = await lockRunRow(tx, ctx, runId);
    if (run.state === "cancelling" || run.state === "cancelled") return;
    refuseUnlessAllowed("cancel", run);
    await tx.run.update({ where: { id: runId }, data: { state: "cancelling", stateReason: null } });
    await endShards(tx, ctx, run);
    await finishIfAllDone(tx, ctx, runId);
    await writeAudit(tx, ctx, { action: "run.cancel", subjectType: "run", subjectId: runId });
  });
}

/** Ends the shards that nobody works on. Those with an answer that was not graded yet go to a worker, which grades and ends them. */
async function endShards(tx: Transaction, ctx: Context, run: LockedRun): Promise<void> {
  await tx.$executeRaw`
    update run_shard set state = 'done', finished_at = now()
    where workspace_id = ${ctx.workspaceId}::uuid and run_id = ${run.id}::uuid and state = 'pending'
      and answered = passed + failed + unscored`;
  // While a run stands still, the jobs of its shards come to nothing: a shard whose worker died then has none.
  const stoodStill = run.state === "paused" || run.state === "failed";
  const open = await tx.runShard.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      runId: run.id,
      state: stoodStill ? { not: "done" } : "pending",
    },
    select: { index: true },
  });
  await sendShardJobs(
    tx,
    ctx,
    run,
    open.map(({ index }) => index),
  );
}
