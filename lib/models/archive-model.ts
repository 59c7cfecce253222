import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModel } from "./get-model.ts";

export const archiveModelInput = z.object({ modelId: idSchema });
export type ArchiveModelInput = z.input<typeof archiveModelInput>;

/** Takes a model off the lists; its runs keep it. One that is archived already stays as it is. */
export async function archiveModel(ctx: Context, input: ArchiveModelInput): Promise<void> {
  requireRole(ctx, "editor", "archive a model");
  const { modelId } = parseInput(archiveModelInput, input);
  await getModel(ctx, modelId);
  await db().$transaction(async (tx) => {
    const { count } = await tx.model.updateMany({
      where: { id: modelId, workspaceId: ctx.workspaceId, archivedAt: null },
      data: { archivedAt: ctx.now },
    });
    if (count === 0) return;
    await writeAudit(tx, ctx, { action: "model.archive", subjectType: "model", subjectId: modelId });
  });
}
