import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

/** The experiment with this id in this workspace, or null. */
export async function findExperiment(
  ctx: Context,
  experimentId: string,
): Promise<{ id: string; name: string } | null> {
  return await db().experiment.findFirst({
    where: { id: experimentId, workspaceId: ctx.workspaceId },
    select: { id: true, name: true },
  });
}
