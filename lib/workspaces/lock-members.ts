import type { Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";

/**
 * Changes of who belongs to a workspace go one after the other: two admins who remove each other at the same moment would leave
 * none. `no key update` lets other transactions go on inserting rows that refer to the workspace.
 */
export async function lockMembers(tx: Transaction, workspaceId: string): Promise<void> {
  const locked = await tx.$queryRaw<unknown[]>`
    select 1 from workspace where id = ${workspaceId}::uuid for no key update`;
  if (locked.length === 0) throw new AppError("not-found", "This workspace no longer exists.");
}

/** Refuses when nobody but this person is an admin. Call it after `lockMembers`. */
export async function refuseLastAdmin(tx: Transaction, workspaceId: string, userId: string): Promise<void> {
  const others = await tx.member.count({ where: { workspaceId, role: "admin", userId: { not: userId } } });
  if (others > 0) return;
  throw new AppError(
    "conflict",
    "A workspace needs at least one admin. Make somebody else an admin first, then try again.",
  );
}
