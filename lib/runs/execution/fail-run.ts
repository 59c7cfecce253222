import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { storableText } from "#lib/db/storable.ts";

/** Stops a run that cannot go on, with the reason in words. What was answered stays; the open shards stay open. */
export async function failRun(ctx: Context, runId: string, reason: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const failed = await tx.run.updateMany({
      where: { id: runId, workspaceId: ctx.workspaceId, state: { in: ["queued", "running"] } },
      data: { state: "failed", stateReason: storableText(reason).slice(0, 2_000), finishedAt: new Date() },
    });
    if (failed.count === 0) return;
    await writeAudit(tx, ctx, {
      action: "run.fail",
      subjectType: "run",
      subjectId: runId,
      detail: { reason },
    });
  });
}
