import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModel } from "./get-model.ts";

const licenceSchema = z
  .string()
  .trim()
  .max(80, "A licence has at most 80 characters.")
  .refine((text) => !text.includes(","), "Name one licence, without a comma.");

const setModelLicenceInput = z.object({ modelId: idSchema, licence: licenceSchema });
export type SetModelLicenceInput = z.input<typeof setModelLicenceInput>;

/** Says under which licence a model may be used; empty takes it back. Decisions can ask for one. */
export async function setModelLicence(ctx: Context, input: SetModelLicenceInput): Promise<void> {
  requireRole(ctx, "editor", "change a model's licence");
  const { modelId, licence } = parseInput(setModelLicenceInput, input);
  await getModel(ctx, modelId);
  await db().$transaction(async (tx) => {
    const { count } = await tx.model.updateMany({
      where: { id: modelId, workspaceId: ctx.workspaceId, licence: { not: licence } },
      data: { licence },
    });
    if (count === 0) return;
    await writeAudit(tx, ctx, {
      action: "model.licence",
      subjectType: "model",
      subjectId: modelId,
      detail: { licence },
    });
  });
}
