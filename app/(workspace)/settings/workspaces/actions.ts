"use server";

import { rememberWorkspace } from "#app/_server/remember-workspace.ts";
import { runAction } from "#app/_server/run-action.ts";
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
