import { createHash, randomBytes } from "node:crypto";
import type { Role } from "#lib/context/context.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import type { LinkPurpose, OneTimeLink } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { newId } from "#lib/ids/new-id.ts";

export type LinkDetails = {
  purpose: LinkPurpose;
  lifetimeMs: number;
  workspaceId?: string;
  userId?: string;
  email?: string;
  role?: Role;
};

/** Stores a link and returns its id and its token, which exists nowhere else: the database keeps a hash. */
export async function createOneTimeLink(
  tx: Transaction,
  details: LinkDetails,
  now: Date,
): Promise<{ id: string; token: string }> {
  const token = randomBytes(24).toString("base64url");
  const id = newId();
  const { lifetimeMs, ...rest } = details;
  await tx.oneTimeLink.create({
    data: {
      id,
      tokenHash: hashToken(token),
      expiresAt: new Date(now.getTime() + lifetimeMs),
      ...rest,
    },
  });
  return { id, token };
}

export async function findOneTimeLink(
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<OneTimeLink | null> {
  return await db().oneTimeLink.findFirst({
    where: { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: now } },
  });
}

/** Uses the link up. Of two requests with the same token the `where` clause lets one through. */
export async function useOneTimeLink(
  tx: Transaction,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<OneTimeLink> {
  const tokenHash = hashToken(token);
  const used = await tx.oneTimeLink.updateMany({
    where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  const link = used.count === 1 ? await tx.oneTimeLink.findUnique({ where: { tokenHash } }) : null;
  if (link === null) throw spentLink();
  return link;
}

/** Asked before costly work is done for a stranger, such as hashing a password. `useOneTimeLink` decides. */
export async function refuseSpentLink(token: string, purpose: LinkPurpose, now: Date): Promise<void> {
  if ((await findOneTimeLink(token, purpose, now)) === null) throw spentLink();
}

function spentLink(): AppError {
  return new AppError("unauthenticated", "This link has been used or has expired. Ask for a new one.");
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
