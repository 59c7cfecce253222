import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { type ModelVersion, modelVersionSelect, toModelVersion } from "./versions/model-version.ts";

/** Everything about a version that a run and a page need; never the key of its connection. */
export async function getModelVersion(ctx: Context, modelVersionId: string): Promise<ModelVersion> {
  const found = await db().modelVersion.findFirst({
    where: { id: modelVersionId, workspaceId: ctx.workspaceId },
    select: modelVersionSelect,
  });
  if (found === null) {
    throw new AppError("not-found", "There is no model version with this id in this workspace.");
  }
  return toModelVersion(found);
}
