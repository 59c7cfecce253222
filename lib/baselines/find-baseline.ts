import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

export type BaselineInForce = {
  id: string;
  number: number;
  runId: string;
  runNumber: number;
  /** Of the run: the model that is in production, as far as its workspace has approved it. */
  model: { id: string; name: string };
  /** When the run was graded last. */
  scorecardAt: Date | null;
};

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
    select: {
      id: true,
      number: true,
      runId: true,
      run: {
        select: {
          number: true,
          scorecard: { select: { computedAt: true } },
          modelVersion: { select: { model: { select: { id: true, name: true } } } },
        },
      },
    },
  });
  if (found === null) return null;
  const { id, number, runId, run } = found;
  return {
    id,
    number,
    runId,
    runNumber: run.number,
    model: run.modelVersion.model,
    scorecardAt: run.scorecard?.computedAt ?? null,
  };
}
