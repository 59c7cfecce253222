import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModel } from "../get-model.ts";

const billions = z
  .number("Enter billions of parameters, for example 8 or 0.5.")
  .positive("A model has more than 0 parameters. Leave it empty if it is not known.")
  .max(1_000_000, "That is more than a million billion parameters. Enter billions, for example 8.")
  .nullable();

const setModelSizeInput = z.object({
  modelId: idSchema,
  /** Null takes it back: then its name is read. */
  parametersBillion: billions,
  /** Of a mixture of experts: those that work on one token. */
  activeParametersBillion: billions.default(null),
});
export type SetModelSizeInput = z.input<typeof setModelSizeInput>;

/** Says how many billions of parameters a model has. "The smallest" of a decision goes by it. */
export async function setModelSize(ctx: Context, input: SetModelSizeInput): Promise<void> {
  requireRole(ctx, "editor", "change a model's size");
  const { modelId, parametersBillion, activeParametersBillion } = parseInput(setModelSizeInput, input);
  if (activeParametersBillion !== null && activeParametersBillion > (parametersBillion ?? 0)) {
    const message =
      parametersBillion === null
        ? "Enter the total as well: the active parameters are a part of it."
        : "The active parameters are a part of all of them, and cannot be more.";
    throw new AppError("invalid", message, { activeParametersBillion: message });
  }
  const before = await getModel(ctx, modelId);
  const size = { parametersBillion, activeParametersBillion };
  if (
    before.parametersBillion === parametersBillion &&
    before.activeParametersBillion === activeParametersBillion
  )
    return;
  await db().$transaction(async (tx) => {
    await tx.model.updateMany({ where: { id: modelId, workspaceId: ctx.workspaceId }, data: size });
    await writeAudit(tx, ctx, {
      action: "model.size",
      subjectType: "model",
      subjectId: modelId,
      detail: size,
    });
  });
}
