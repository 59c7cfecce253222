import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModel } from "./get-model.ts";

export const restoreModelInput = z.object({ modelId: idSchema });
export type RestoreModelInput = z.input<typeof restoreModelInput>;

/** Brings an archived model back; one that is not archived stays as it is. */
export async function restoreModel(ctx: Context, input: RestoreModelInput): Promise<void> {
  requireRole(ctx, "editor", "restore a model");
  const { modelId } = parseInput(restoreModelInput, input);
  await getModel(ctx, modelId);
  await db().$transaction(async (tx) => {
    const { count } = await tx.model.updateMany({
      where: { id: modelId, workspaceId: ctx.workspaceId, archivedAt: { not: null } },
      data: { archivedAt: null },
    });
    if (count === 0) return;
    await writeAudit(tx, ctx, { action: "model.restore", subjectType: "model", subjectId: modelId });
  });
}
