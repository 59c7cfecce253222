import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { type ModelVersion, modelVersionSelect, toModelVersion } from "./versions/model-version.ts";

const MAX_VERSIONS = 200;

export type ModelDetails = {
  id: string;
  name: string;
  /** Empty is not known. */
  licence: string;
  /** As somebody said; null is not said. */
  parametersBillion: number | null;
  activeParametersBillion: number | null;
  createdAt: Date;
  archivedAt: Date | null;
  /** Newest first, at most 200; there is always one. */
  versions: [ModelVersion, ...ModelVersion[]];
};

export async function getModel(ctx: Context, modelId: string): Promise<ModelDetails> {
  const found = await db().model.findFirst({
    where: { id: modelId, workspaceId: ctx.workspaceId },
    select: {
      id: true,
      name: true,
      licence: true,
      parametersBillion: true,
      activeParametersBillion: true,
      createdAt: true,
      archivedAt: true,
      versions: { orderBy: { number: "desc" }, take: MAX_VERSIONS, select: modelVersionSelect },
    },
  });
  const [latest, ...older] = (found?.versions ?? []).map(toModelVersion);
  if (found === null || latest === undefined) throw modelNotFound();
  return { ...found, versions: [latest, ...older] };
}

export function modelNotFound(): AppError {
  return new AppError("not-found", "There is no model with this id in this workspace.");
}
