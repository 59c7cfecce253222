import { apiKeyRoleSchema, type Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { hashSecret } from "./api-key-secret.ts";
import { apiKeyState } from "./api-key-state.ts";

const lastUsedEveryMs = 60_000;

/** Who acts with this key, and in which workspace. @throws AppError unauthenticated when it is unknown, revoked or expired. */
export async function contextOfApiKey(
  secret: string,
  { requestId, now }: Pick<Context, "requestId" | "now">,
): Promise<Context> {
  const key = await db().apiKey.findUnique({
    where: { secretHash: hashSecret(secret) },
    select: {
      id: true,
      workspaceId: true,
      name: true,
      role: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedAt: true,
    },
  });
  if (key === null) throw unusable("This API key is not known here; check that it was copied whole.");
  const { id: keyId, workspaceId, name } = key;
  switch (apiKeyState(key, now)) {
    case "revoked":
      throw unusable(`The API key "${name}" was revoked; ask an admin of its workspace for another one.`);
    case "expired":
      throw unusable(`The API key "${name}" has expired; ask an admin of its workspace for another one.`);
    case "works":
      await noteUse(key, now);
  }
  const actor = { type: "api-key", keyId, name, role: apiKeyRoleSchema.parse(key.role) } as const;
  return { workspaceId, actor, requestId, now };
}

/** Of many requests in the same minute the `where` clause lets one write. */
async function noteUse(key: { id: string; lastUsedAt: Date | null }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - lastUsedEveryMs);
  if (key.lastUsedAt !== null && key.lastUsedAt > before) return;
  await db().apiKey.updateMany({
    where: { id: key.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
    data: { lastUsedAt: now },
  });
}

function unusable(message: string): AppError {
  return new AppError("unauthenticated", message);
}
