import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { finishIfAllDone, lockRun } from "./execution/shard/complete-shard.ts";

export const cancelRunInput = z.object({ runId: idSchema });
export type CancelRunInput = z.input<typeof cancelRunInput>;

/** Stops a run: no new calls are made, calls under way are finished and stored, and the scorecard covers what there is. */
export async function cancelRun(ctx: Context, input: CancelRunInput): Promise<void> {
  requireRole(ctx, "editor", "cancel a run");
  const { runId } = parseInput(cancelRunInput, input);
  await db().$transaction(async (tx) => {
    await lockRun(tx, runId);
    const run = await tx.run.findFirst({
      where: { id: runId, workspaceId: ctx.workspaceId },
      select: { state: true, number: true },
    });
    if (run === null) throw new AppError("not-found", "There is no run with this id in this workspace.");
    if (run.state === "cancelling" || run.state === "cancelled") return;
    if (run.state === "finished") {
      throw new AppError("conflict", `Run ${run.number} has finished already; there is nothing to cancel.`);
    }
    await tx.run.update({ where: { id: runId }, data: { state: "cancelling", stateReason: null } });
    await tx.runShard.updateMany({
      where: { runId, workspaceId: ctx.workspaceId, state: "pending" },
      data: { state: "done", finishedAt: ctx.now },
    });
    await finishIfAllDone(tx, ctx, runId);
    await writeAudit(tx, ctx, { action: "run.cancel", subjectType: "run", subjectId: runId });
  });
}
