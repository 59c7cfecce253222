import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

/** The queue group of a run's shards: its connection, whose shards are worked one at a time; none for built-in models. */
export async function findRunGroup(ctx: Context, runId: string): Promise<string | undefined> {
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: { modelVersion: { select: { connectionId: true } } },
  });
  return run?.modelVersion.connectionId ?? undefined;
}
