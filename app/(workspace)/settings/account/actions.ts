"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type ChangePasswordInput, changePassword } from "#lib/auth/change-password.ts";
import { type RenameSelfInput, renameSelf } from "#lib/auth/rename-self.ts";

export async function renameSelfAction(input: RenameSelfInput) {
  return await runAction(async (ctx) => {
    const person = await renameSelf(ctx, input);
    revalidatePath("/", "layout");
    return person;
  });
}

export async function changePasswordAction(input: ChangePasswordInput) {
  return await runAction(async (ctx) => await changePassword(ctx, input));
}
