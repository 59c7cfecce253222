import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

/** The model in production on a dataset: that of the run which was approved last as its baseline. Null without one. */
export async function findProductionModel(
  ctx: Context,
  datasetId: string,
): Promise<{ id: string; name: string } | null> {
  const baseline = await db().baseline.findFirst({
    where: { workspaceId: ctx.workspaceId, datasetId },
    orderBy: { number: "desc" },
    select: {
      run: { select: { modelVersion: { select: { model: { select: { id: true, name: true } } } } } },
    },
  });
  return baseline?.run.modelVersion.model ?? null;
}
