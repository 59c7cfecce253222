import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

export type BaselineInForce = { id: string; number: number; runId: string; runNumber: number };

/** The approved baseline in force, or null. A run is never compared with itself: `forRunId` skips its own approvals. */
export async function findBaseline(
  ctx: Context,
  { datasetId, forRunId }: { datasetId: string; forRunId?: string },
): Promise<BaselineInForce | null> {
  const found = await db().baseline.findFirst({
    where: {
      workspaceId: ctx.workspaceId,
      datasetId,
      ...(forRunId === undefined ? {} : { runId: { not: forRunId } }),
    },
    orderBy: { number: "desc" },
    select: { id: true, number: true, runId: true, run: { select: { number: true } } },
  });
  return found && { id: found.id, number: found.number, runId: found.runId, runNumber: found.run.number };
}
