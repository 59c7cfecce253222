import { z } from "zod";
import { emailSchema } from "#lib/auth/email-schema.ts";
import { createOneTimeLink } from "#lib/auth/one-time-link.ts";
import { type Context, requireRole, roleSchema } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { lockMembers } from "../lock-members.ts";

const lifetimeMs = 7 * 24 * 60 * 60_000;

export const inviteMemberInput = z.object({ email: emailSchema, role: roleSchema });
export type InviteMemberInput = z.input<typeof inviteMemberInput>;

/**
 * Returns the path of a link that works once within seven days, to hand over by whatever means the team uses: there is no mail
 * server. A second invitation of the same address replaces the first.
 */
export async function inviteMember(
  ctx: Context,
  input: InviteMemberInput,
): Promise<{ id: string; email: string; path: string }> {
  requireRole(ctx, "admin", "invite a member");
  const { email, role } = parseInput(inviteMemberInput, input);
  const { workspaceId } = ctx;
  return await db().$transaction(async (tx) => {
    await lockMembers(tx, workspaceId);
    const member = await tx.member.findFirst({
      where: { workspaceId, user: { email } },
      select: { role: true },
    });
    if (member !== null) {
      const message = `${email} is a member of this workspace already, with the role ${member.role}.`;
      throw new AppError("conflict", message, { email: message });
    }
    const open = { workspaceId, purpose: "invitation", email, usedAt: null } as const;
    await tx.oneTimeLink.deleteMany({ where: open });
    const { id, token } = await createOneTimeLink(
      tx,
      { purpose: "invitation", lifetimeMs, workspaceId, email, role },
      ctx.now,
    );
    await writeAudit(tx, ctx, {
      action: "invitation.create",
      subjectType: "invitation",
      subjectId: id,
      detail: { email, role },
    });
    return { id, email, path: `/invitation?token=${token}` };
  });
}
