"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type CreateApiKeyInput, createApiKey } from "#lib/auth/api-keys/create-api-key.ts";
import { type RevokeApiKeyInput, revokeApiKey } from "#lib/auth/api-keys/revoke-api-key.ts";

const refresh = () => revalidatePath("/settings/api-keys");

export async function createApiKeyAction(input: CreateApiKeyInput) {
  return await runAction(async (ctx) => {
    const created = await createApiKey(ctx, input);
    refresh();
    return created;
  });
}

export async function revokeApiKeyAction(input: RevokeApiKeyInput) {
  return await runAction(async (ctx) => {
    const revoked = await revokeApiKey(ctx, input);
    refresh();
    return revoked;
  });
}
