import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

/** The names of models by their ids. */
export async function modelNames(
  ctx: Context,
  modelIds: readonly string[],
): Promise<(modelId: string) => string> {
  const models = await db().model.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...new Set(modelIds)] } },
    select: { id: true, name: true },
  });
  const names = new Map(models.map(({ id, name }) => [id, name]));
  return (modelId) => names.get(modelId) ?? "a model that is gone";
}
