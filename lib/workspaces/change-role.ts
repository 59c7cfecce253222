import { z } from "zod";
import { type Context, type Role, requireRole, roleSchema } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getMember } from "./get-member.ts";
import { lockMembers, refuseLastAdmin } from "./lock-members.ts";

export const changeRoleInput = z.object({ userId: idSchema, role: roleSchema });
export type ChangeRoleInput = z.input<typeof changeRoleInput>;

export async function changeRole(
  ctx: Context,
  input: ChangeRoleInput,
): Promise<{ userId: string; name: string; role: Role }> {
  requireRole(ctx, "admin", "change the role of a member");
  const { userId, role } = parseInput(changeRoleInput, input);
  const { workspaceId } = ctx;
  return await db().$transaction(async (tx) => {
    await lockMembers(tx, workspaceId);
    const member = await getMember(tx, workspaceId, userId);
    if (member.role === role) return { userId, name: member.user.name, role };
    if (member.role === "admin") await refuseLastAdmin(tx, workspaceId, userId);
    await tx.member.update({ where: { workspaceId_userId: { workspaceId, userId } }, data: { role } });
    await writeAudit(tx, ctx, {
      action: "member.change-role",
      subjectType: "member",
      subjectId: userId,
      detail: { email: member.user.email, from: member.role, to: role },
    });
    return { userId, name: member.user.name, role };
  });
}
