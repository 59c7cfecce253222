"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { leaveWorkspace } from "#lib/workspaces/remove-member.ts";
import { type RenameWorkspaceInput, renameWorkspace } from "#lib/workspaces/rename-workspace.ts";

export async function renameWorkspaceAction(input: RenameWorkspaceInput) {
  return await runAction(async (ctx) => {
    const workspace = await renameWorkspace(ctx, input);
    revalidatePath("/", "layout");
    return workspace;
  });
}

export async function leaveWorkspaceAction() {
  return await runAction(async (ctx) => await leaveWorkspace(ctx));
}
