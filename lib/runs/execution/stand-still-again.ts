import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { lockRun } from "./shard/complete-shard.ts";

const reason = "The answers that are there have been graded again. Resume the run to ask for the rest.";

/**
 * Pauses a run again that was paused when its stored answers were sent through its graders, once all of them are graded. Says whether
 * it did: a run that misses nothing ends instead, and so does one that was cancelled meanwhile.
 */
export async function standStillAgain(ctx: Context, runId: string): Promise<boolean> {
  return await db().$transaction(async (tx) => {
    await lockRun(tx, runId);
    const scope = { workspaceId: ctx.workspaceId };
    const run = await tx.run.findFirst({
      where: {
        ...scope,
        id: runId,
        gradingOnly: true,
        state: { in: ["queued", "running"] },
        shards: { every: { state: "done" } },
      },
      select: { id: true },
    });
    if (run === null) return false;
    const missing = await tx.$executeRaw`
      update run_shard set state = 'pending', worker_id = null, lease_expires_at = null, finished_at = null
      where workspace_id = ${ctx.workspaceId}::uuid and run_id = ${runId}::uuid and answered + errored < planned`;
    const paused = { state: "paused", stateReason: reason } as const;
    await tx.run.update({
      where: { ...scope, id: runId },
      data: { gradingOnly: false, ...(missing > 0 && paused) },
    });
    if (missing === 0) return false;
    await writeAudit(tx, ctx, {
      action: "run.pause",
      subjectType: "run",
      subjectId: runId,
      detail: { reason },
    });
    return true;
  });
}
