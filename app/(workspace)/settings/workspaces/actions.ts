"use server";

import { cookies } from "next/headers";
import { workspaceCookie } from "#app/_server/page-context.ts";
import { runAction } from "#app/_server/run-action.ts";
import { env } from "#lib/env/env.ts";
import { type CreateWorkspaceInput, createWorkspace } from "#lib/workspaces/create-workspace.ts";
import { getOwnWorkspace, type SwitchWorkspaceInput } from "#lib/workspaces/get-own-workspace.ts";

export async function switchWorkspaceAction(input: SwitchWorkspaceInput) {
  return await runAction(async (ctx) => {
    const { id, name } = await getOwnWorkspace(ctx, input);
    await rememberWorkspace(id);
    return { id, name };
  });
}

export async function createWorkspaceAction(input: CreateWorkspaceInput) {
  return await runAction(async (ctx) => {
    const workspace = await createWorkspace(ctx, input);
    await rememberWorkspace(workspace.id);
    return workspace;
  });
}

/** A choice and no permission: membership is read from the database on every request. */
async function rememberWorkspace(workspaceId: string): Promise<void> {
  (await cookies()).set(workspaceCookie, workspaceId, {
    httpOnly: true,
    sameSite: "lax",
    secure: env().TOUCHSTONE_URL?.startsWith("https:") ?? false,
    path: "/",
    maxAge: 365 * 24 * 60 * 60,
  });
}
