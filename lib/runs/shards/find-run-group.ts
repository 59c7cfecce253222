import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";

/** The queue group of a run's shards: its connection, whose shards are worked one at a time; none for built-in models. */
export async function findRunGroup(
  tx: Transaction,
  ctx: Context,
  runId: string,
): Promise<string | undefined> {
  const run = await tx.run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: { modelVersion: { select: { connectionId: true } } },
  });
  return run?.modelVersion.connectionId ?? undefined;
}
