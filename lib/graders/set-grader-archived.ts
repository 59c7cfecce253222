import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

export const setGraderArchivedInput = z.object({ graderId: idSchema, archived: z.boolean() });
export type SetGraderArchivedInput = z.input<typeof setGraderArchivedInput>;

/** Archives a grader, which takes it out of every list and of new runs, or restores it. Past runs keep it. */
export async function setGraderArchived(ctx: Context, input: SetGraderArchivedInput): Promise<void> {
  requireRole(ctx, "editor", "archive or restore a grader");
  const { graderId, archived } = parseInput(setGraderArchivedInput, input);
  const scope = { id: graderId, workspaceId: ctx.workspaceId };
  const grader = await db().grader.findFirst({ where: scope, select: { id: true } });
  if (grader === null) throw new AppError("not-found", "There is no grader with this id in this workspace.");
  await db().$transaction(async (tx) => {
    const changed = await tx.grader.updateMany({
      where: { ...scope, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? ctx.now : null },
    });
    if (changed.count === 0) return;
    await writeAudit(tx, ctx, {
      action: archived ? "grader.archive" : "grader.restore",
      subjectType: "grader",
      subjectId: graderId,
    });
  });
}
