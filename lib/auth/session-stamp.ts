import { createHash } from "node:crypto";
import { db } from "#lib/db/database.ts";

/**
 * What ties a session to the password it began under: it changes with the password, so that a new password ends every session
 * that came before it. Null when the account is gone.
 */
export async function findSessionStamp(userId: string): Promise<string | null> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  if (user === null) return null;
  return createHash("sha256")
    .update("touchstone/session\0")
    .update(user.passwordHash ?? "")
    .digest("base64url");
}
