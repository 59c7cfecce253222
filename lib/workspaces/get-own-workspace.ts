import { z } from "zod";
import type { Context, Role } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { actingUserId } from "./acting-user-id.ts";

export const switchWorkspaceInput = z.object({ workspaceId: idSchema });
export type SwitchWorkspaceInput = z.input<typeof switchWorkspaceInput>;

/** The workspace that the person wants to work in; refuses one they do not belong to as if it did not exist. */
export async function getOwnWorkspace(
  ctx: Context,
  input: SwitchWorkspaceInput,
): Promise<{ id: string; name: string; role: Role }> {
  const { workspaceId } = parseInput(switchWorkspaceInput, input);
  const membership = await db().member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId: actingUserId(ctx) } },
    select: { role: true, workspace: { select: { id: true, name: true } } },
  });
  if (membership === null)
    throw new AppError("not-found", "You are not a member of a workspace with this id.");
  return { ...membership.workspace, role: membership.role };
}
