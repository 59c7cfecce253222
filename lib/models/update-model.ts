import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { nameTaken } from "./create-model.ts";
import { modelNotFound } from "./get-model.ts";
import { modelConfigSchema, modelNameSchema } from "./model-config.ts";
import { refusingDuplicates } from "./refusing-duplicates.ts";
import { checkModelConfig } from "./versions/check-model-config.ts";
import { insertModelVersion, type VersionContent } from "./versions/insert-model-version.ts";

export const updateModelInput = z.object({
  modelId: idSchema,
  name: modelNameSchema,
  config: modelConfigSchema,
});
export type UpdateModelInput = z.input<typeof updateModelInput>;

export type UpdatedModel = {
  versionId: string;
  versionNumber: number;
  /** False when the content is that of the latest version, which then stays the latest. */
  isNewVersion: boolean;
};

/** Renames the model, and adds a version when the content differs from that of the latest one. */
export async function updateModel(ctx: Context, input: UpdateModelInput): Promise<UpdatedModel> {
  requireRole(ctx, "editor", "change a model");
  const { modelId, name, config } = parseInput(updateModelInput, input);
  const content = await checkModelConfig(ctx, config);
  return refusingDuplicates("name", nameTaken(name), () =>
    db().$transaction(async (tx) => {
      const stored = await lockModel(tx, ctx.workspaceId, modelId);
      const renamed = stored.name !== name;
      if (renamed) await tx.model.update({ where: { id: modelId }, data: { name } });
      const version = await addVersionIfNew(tx, ctx, modelId, content);
      if (renamed || version.isNewVersion) {
        await writeAudit(tx, ctx, {
          action: "model.update",
          subjectType: "model",
          subjectId: modelId,
          detail: { name, formerName: stored.name, ...version },
        });
      }
      return version;
    }),
  );
}

/** Locked, so that two changes at once become two versions in a row. */
async function lockModel(tx: Transaction, workspaceId: string, modelId: string): Promise<{ name: string }> {
  const [model] = await tx.$queryRaw<{ name: string; archived: boolean }[]>`
    select name, archived_at is not null as archived from model
    where id = ${modelId}::uuid and workspace_id = ${workspaceId}::uuid
    for update`;
  if (model === undefined) throw modelNotFound();
  if (model.archived) {
    throw new AppError("conflict", `The model "${model.name}" is archived. Restore it before you change it.`);
  }
  return model;
}

async function addVersionIfNew(
  tx: Transaction,
  ctx: Context,
  modelId: string,
  content: VersionContent,
): Promise<UpdatedModel> {
  const latest = await tx.modelVersion.findFirst({
    where: { modelId, workspaceId: ctx.workspaceId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, contentHash: true },
  });
  if (latest?.contentHash === content.contentHash) {
    return { versionId: latest.id, versionNumber: latest.number, isNewVersion: false };
  }
  const number = (latest?.number ?? 0) + 1;
  const { id } = await insertModelVersion(tx, ctx, { modelId, number, content });
  return { versionId: id, versionNumber: number, isNewVersion: true };
}
