import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

const revokeApiKeyInput = z.object({ keyId: idSchema });
export type RevokeApiKeyInput = z.input<typeof revokeApiKeyInput>;

/** The next request with the key is refused. Its row stays, so that what it did keeps its name. */
export async function revokeApiKey(ctx: Context, input: RevokeApiKeyInput): Promise<{ name: string }> {
  requireRole(ctx, "admin", "revoke an API key");
  const { keyId } = parseInput(revokeApiKeyInput, input);
  return await db().$transaction(async (tx) => {
    const [revoked] = await tx.apiKey.updateManyAndReturn({
      where: { id: keyId, workspaceId: ctx.workspaceId, revokedAt: null },
      data: { revokedAt: ctx.now },
      select: { name: true, prefix: true },
    });
    if (revoked === undefined) {
      throw new AppError(
        "not-found",
        "There is no API key with this id in this workspace that could be revoked.",
      );
    }
    await writeAudit(tx, ctx, {
      action: "api-key.revoke",
      subjectType: "api-key",
      subjectId: keyId,
      detail: revoked,
    });
    return { name: revoked.name };
  });
}
