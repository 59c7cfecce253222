import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

/** For verbs in the workspace that the owner sees, which is that of the samples. */
export async function ownerContext(): Promise<Context> {
  const { workspaceId } = await db().dataset.findFirstOrThrow({
    where: { name: "Support tickets" },
    orderBy: { createdAt: "asc" },
    select: { workspaceId: true },
  });
  return {
    workspaceId,
    actor: { type: "system", name: "end-to-end tests" },
    requestId: "end-to-end",
    now: new Date(),
  };
}
