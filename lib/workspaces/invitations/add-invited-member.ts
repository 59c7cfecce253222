import type { AuthRequest } from "#lib/auth/auth-request.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import type { Transaction } from "#lib/db/database.ts";
import type { OneTimeLink } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";

/** The last step of accepting, in the transaction that uses the link up: membership with the invited role, and its audit row. */
export async function addInvitedMember(
  tx: Transaction,
  request: AuthRequest,
  link: OneTimeLink,
  userId: string,
): Promise<string> {
  const { workspaceId, role, email } = link;
  if (
    workspaceId === null ||
    role === null ||
    (await tx.workspace.count({ where: { id: workspaceId } })) === 0
  ) {
    throw new AppError("not-found", "The workspace of this invitation no longer exists.");
  }
  const added = await tx.member.createMany({ data: [{ workspaceId, userId, role }], skipDuplicates: true });
  if (added.count === 0) throw new AppError("conflict", "You are a member of this workspace already.");
  const ctx = {
    workspaceId,
    actor: { type: "member" as const, userId, role },
    requestId: request.requestId,
    now: request.now,
  };
  await writeAudit(tx, ctx, {
    action: "invitation.accept",
    subjectType: "invitation",
    subjectId: link.id,
    detail: { email, role },
  });
  return workspaceId;
}
