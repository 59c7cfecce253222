import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { workspaceNameSchema } from "./workspace-name.ts";

export const renameWorkspaceInput = z.object({ name: workspaceNameSchema });
export type RenameWorkspaceInput = z.input<typeof renameWorkspaceInput>;

export async function renameWorkspace(ctx: Context, input: RenameWorkspaceInput): Promise<{ name: string }> {
  requireRole(ctx, "admin", "rename this workspace");
  const { name } = parseInput(renameWorkspaceInput, input);
  await db().$transaction(async (tx) => {
    const renamed = await tx.workspace.updateMany({ where: { id: ctx.workspaceId }, data: { name } });
    if (renamed.count === 0) throw new AppError("not-found", "This workspace no longer exists.");
    await writeAudit(tx, ctx, {
      action: "workspace.rename",
      subjectType: "workspace",
      subjectId: ctx.workspaceId,
      detail: { name },
    });
  });
  return { name };
}
