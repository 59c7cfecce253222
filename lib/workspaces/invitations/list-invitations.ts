import type { z } from "zod";
import { type Context, type Role, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";

const inputSchema = pageInputSchema.extend({ cursor: idSchema.nullish() });

export type Invitation = { id: string; email: string; role: Role; createdAt: Date; expiresAt: Date };

/** Invitations that can still be accepted, newest first. */
export async function listInvitations(
  ctx: Context,
  input: z.input<typeof inputSchema> = {},
): Promise<Page<Invitation>> {
  requireRole(ctx, "admin", "see invitations");
  const { cursor, limit } = parseInput(inputSchema, input);
  const rows = await db().oneTimeLink.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      purpose: "invitation",
      usedAt: null,
      expiresAt: { gt: ctx.now },
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    // Ids are UUIDs version 7: their order is the order in time.
    orderBy: { id: "desc" },
    take: limit + 1,
    select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
  });
  return toPage(
    rows,
    limit,
    ({ id }) => id,
    ({ email, role, ...rest }) => ({ ...rest, email: email ?? "", role: role ?? "viewer" }),
  );
}
