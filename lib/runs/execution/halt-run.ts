import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { storableText } from "#lib/db/storable.ts";

/**
 * Ends a run that cannot go on (`failed`: its pins cannot be worked with) or lets it wait for somebody (`paused`: the provider, the
 * key or the budget has to change first), with the reason in words. What was answered stays; the open shards stay open.
 */
export async function haltRun(
  ctx: Context,
  runId: string,
  { state, reason }: { state: "failed" | "paused"; reason: string },
): Promise<void> {
  await db().$transaction(async (tx) => {
    const halted = await tx.run.updateMany({
      where: { id: runId, workspaceId: ctx.workspaceId, state: { in: ["queued", "running"] } },
      data: {
        state,
        stateReason: storableText(reason).slice(0, 2_000),
        ...(state === "failed" && { finishedAt: new Date() }),
      },
    });
    if (halted.count === 0) return;
    await writeAudit(tx, ctx, {
      action: state === "failed" ? "run.fail" : "run.pause",
      subjectType: "run",
      subjectId: runId,
      detail: { reason },
    });
  });
}
