import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { noSuchDataset } from "./revisions/lock-dataset.ts";

/** For routes that read a body: whose dataset it is comes before what is asked of it. */
export async function refuseUnknownDataset(ctx: Context, datasetId: string): Promise<void> {
  const found = await db().dataset.count({ where: { id: datasetId, workspaceId: ctx.workspaceId } });
  if (found === 0) throw noSuchDataset();
}
