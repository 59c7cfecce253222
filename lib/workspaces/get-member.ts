import type { Role } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";

/** A member of the workspace inside a transaction, or a not-found error. */
export async function getMember(
  tx: Transaction,
  workspaceId: string,
  userId: string,
): Promise<{ role: Role; user: { name: string; email: string } }> {
  const member = await tx.member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true, user: { select: { name: true, email: true } } },
  });
  if (member === null) throw new AppError("not-found", "There is no member with this id in this workspace.");
  return member;
}
