import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { owner } from "./owner.ts";

/** The owner, in the workspace that was set up first. Inside `withVerbs`. */
export async function ownerContext(): Promise<Context> {
  const { userId, workspaceId } = await db().member.findFirstOrThrow({
    where: { user: { email: owner.email } },
    orderBy: { createdAt: "asc" },
    select: { userId: true, workspaceId: true },
  });
  return {
    workspaceId,
    actor: { type: "member", userId, role: "admin" },
    requestId: newId(),
    now: new Date(),
  };
}
