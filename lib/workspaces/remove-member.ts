import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { actingUserId } from "./acting-user-id.ts";
import { getMember } from "./get-member.ts";
import { lockMembers, refuseLastAdmin } from "./lock-members.ts";

export const removeMemberInput = z.object({ userId: idSchema });
export type RemoveMemberInput = z.input<typeof removeMemberInput>;

/** Takes effect with the member's next request. What they made stays, under their name. */
export async function removeMember(ctx: Context, input: RemoveMemberInput): Promise<{ name: string }> {
  requireRole(ctx, "admin", "remove a member");
  const { userId } = parseInput(removeMemberInput, input);
  return await endMembership(ctx, userId, "member.remove");
}

/** Any member may leave, except the last admin. */
export async function leaveWorkspace(ctx: Context): Promise<{ name: string }> {
  return await endMembership(ctx, actingUserId(ctx), "member.leave");
}

async function endMembership(
  ctx: Context,
  userId: string,
  action: "member.remove" | "member.leave",
): Promise<{ name: string }> {
  const { workspaceId } = ctx;
  return await db().$transaction(async (tx) => {
    await lockMembers(tx, workspaceId);
    const member = await getMember(tx, workspaceId, userId);
    if (member.role === "admin") await refuseLastAdmin(tx, workspaceId, userId);
    await tx.member.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
    await writeAudit(tx, ctx, {
      action,
      subjectType: "member",
      subjectId: userId,
      detail: { email: member.user.email, role: member.role },
    });
    return { name: member.user.name };
  });
}
