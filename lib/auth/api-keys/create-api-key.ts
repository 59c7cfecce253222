import { z } from "zod";
import { actorId, apiKeyRoleSchema, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";
import { newId } from "#lib/ids/new-id.ts";
import { newSecret } from "./api-key-secret.ts";

const dayMs = 24 * 60 * 60_000;

const createApiKeyInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the key a name that says where it is used.")
    .max(80, "A name has at most 80 characters.")
    .refine((name) => checkJsonValue(name) === null, "The name holds a character that cannot be stored."),
  role: apiKeyRoleSchema,
  /** Null: it works until it is revoked. */
  expiresInDays: z
    .int("Days are a whole number.")
    .min(1, "A key works for at least one day.")
    .max(3_650, "A key works for at most ten years.")
    .nullable(),
});
export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;

/** Returns the secret, for the only time: the database keeps its hash. */
export async function createApiKey(
  ctx: Context,
  input: CreateApiKeyInput,
): Promise<{ id: string; name: string; secret: string }> {
  requireRole(ctx, "admin", "create an API key");
  const { name, role, expiresInDays } = parseInput(createApiKeyInput, input);
  const { secret, secretHash, prefix } = newSecret();
  const id = newId();
  const expiresAt = expiresInDays === null ? null : new Date(ctx.now.getTime() + expiresInDays * dayMs);
  await db().$transaction(async (tx) => {
    const { workspaceId } = ctx;
    const row = { id, workspaceId, name, role, secretHash, prefix, expiresAt, createdBy: actorId(ctx) };
    await tx.apiKey.create({ data: row });
    await writeAudit(tx, ctx, {
      action: "api-key.create",
      subjectType: "api-key",
      subjectId: id,
      detail: { name, role, prefix, expiresAt: expiresAt?.toISOString() ?? null },
    });
  });
  return { id, name, secret };
}
