import type { Context, Role } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";

export type TestWorkspace = {
  /** A context of an admin of this workspace. */
  ctx: Context;
  ctxWithRole(role: Role): Context;
  /** A context of an admin of another workspace. */
  otherCtx: Context;
};

/** A fresh workspace with one admin, and a foreign one beside it. */
export async function createTestWorkspace(): Promise<TestWorkspace> {
  const ctx = await adminOfNewWorkspace();
  return {
    ctx,
    ctxWithRole: (role) => ({ ...ctx, actor: { type: "member", userId: newId(), role } }),
    otherCtx: await adminOfNewWorkspace(),
  };
}

async function adminOfNewWorkspace(): Promise<Context> {
  const workspaceId = newId();
  const userId = newId();
  await db().workspace.create({ data: { id: workspaceId, name: `Workspace ${workspaceId}` } });
  await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: "Ada" } });
  await db().member.create({ data: { workspaceId, userId, role: "admin" } });
  return {
    workspaceId,
    actor: { type: "member", userId, role: "admin" },
    requestId: newId(),
    now: new Date(),
  };
}
