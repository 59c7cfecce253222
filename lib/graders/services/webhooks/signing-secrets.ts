import { randomBytes } from "node:crypto";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { newId } from "#lib/ids/new-id.ts";
import { seal, unseal } from "#lib/secrets/seal.ts";

export type CreatedSecret = { id: string; secret: string };

/** Makes a secret for signing what is posted. This is the only time that it can be read. */
export async function createSigningSecret(ctx: Context): Promise<CreatedSecret> {
  requireRole(ctx, "editor", "make a signing secret");
  const id = newId();
  const secret = `tsk_${randomBytes(24).toString("base64url")}`;
  await db().$transaction(async (tx) => {
    const sealed = seal(secret, id);
    const data = { id, workspaceId: ctx.workspaceId, sealed, hint: `…${secret.slice(-4)}` };
    await tx.signingSecret.create({ data: { ...data, createdBy: actorId(ctx) } });
    await writeAudit(tx, ctx, {
      action: "signing-secret.create",
      subjectType: "signing-secret",
      subjectId: id,
      detail: { hint: data.hint },
    });
  });
  return { id, secret };
}

/** The secret in clear, for signing and nothing else. */
export async function openSigningSecret(ctx: Context, secretId: string): Promise<string> {
  const found = await db().signingSecret.findFirst({
    where: { id: secretId, workspaceId: ctx.workspaceId },
    select: { sealed: true },
  });
  if (found === null) throw new AppError("not-found", "The signing secret does not exist in this workspace.");
  return unseal(found.sealed, secretId);
}
