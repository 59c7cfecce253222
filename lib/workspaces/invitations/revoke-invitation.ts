import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

export const revokeInvitationInput = z.object({ invitationId: idSchema });
export type RevokeInvitationInput = z.input<typeof revokeInvitationInput>;

export async function revokeInvitation(ctx: Context, input: RevokeInvitationInput): Promise<void> {
  requireRole(ctx, "admin", "revoke an invitation");
  const { invitationId } = parseInput(revokeInvitationInput, input);
  await db().$transaction(async (tx) => {
    // An invitation that is being accepted right now holds its row; whoever comes second finds it used or gone.
    const revoked = await tx.oneTimeLink.deleteMany({
      where: { id: invitationId, workspaceId: ctx.workspaceId, purpose: "invitation", usedAt: null },
    });
    if (revoked.count === 0) {
      throw new AppError("not-found", "There is no open invitation with this id in this workspace.");
    }
    await writeAudit(tx, ctx, {
      action: "invitation.revoke",
      subjectType: "invitation",
      subjectId: invitationId,
    });
  });
}
