import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import { modelConfigSchema, modelNameSchema } from "./model-config.ts";
import { refusingDuplicates } from "./refusing-duplicates.ts";
import { checkModelConfig } from "./versions/check-model-config.ts";
import { insertModelVersion } from "./versions/insert-model-version.ts";

export const createModelInput = z.object({ name: modelNameSchema, config: modelConfigSchema });
export type CreateModelInput = z.input<typeof createModelInput>;

export type CreatedModel = { id: string; name: string; versionId: string; versionNumber: number };

/** A model and its version 1. */
export async function createModel(ctx: Context, input: CreateModelInput): Promise<CreatedModel> {
  requireRole(ctx, "editor", "create a model");
  const { name, config } = parseInput(createModelInput, input);
  const content = await checkModelConfig(ctx, config);
  const id = newId();
  return refusingDuplicates("name", nameTaken(name), () =>
    db().$transaction(async (tx) => {
      await tx.model.create({ data: { id, workspaceId: ctx.workspaceId, name } });
      const version = await insertModelVersion(tx, ctx, { modelId: id, number: 1, content });
      await writeAudit(tx, ctx, {
        action: "model.create",
        subjectType: "model",
        subjectId: id,
        detail: { name, versionId: version.id },
      });
      return { id, name, versionId: version.id, versionNumber: 1 };
    }),
  );
}

export function nameTaken(name: string): string {
  return `There is already a model with the name "${name}" in this workspace, perhaps an archived one. Choose another name.`;
}
