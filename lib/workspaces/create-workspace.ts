import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import { actingUserId } from "./acting-user-id.ts";
import { workspaceNameSchema } from "./workspace-name.ts";

export const createWorkspaceInput = z.object({ name: workspaceNameSchema });
export type CreateWorkspaceInput = z.input<typeof createWorkspaceInput>;

/** A new, empty workspace whose creator is its first admin. Only admins may: an admin can make the server call any address. */
export async function createWorkspace(
  ctx: Context,
  input: CreateWorkspaceInput,
): Promise<{ id: string; name: string }> {
  requireRole(ctx, "admin", "create a workspace");
  const { name } = parseInput(createWorkspaceInput, input);
  const userId = actingUserId(ctx);
  const id = newId();
  await db().$transaction(async (tx) => {
    await tx.workspace.create({ data: { id, name } });
    await tx.member.create({ data: { workspaceId: id, userId, role: "admin" } });
    await writeAudit(
      tx,
      { ...ctx, workspaceId: id },
      {
        action: "workspace.create",
        subjectType: "workspace",
        subjectId: id,
        detail: { name },
      },
    );
  });
  return { id, name };
}
