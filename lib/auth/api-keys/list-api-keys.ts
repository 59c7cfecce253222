import type { z } from "zod";
import { type ApiKeyRole, apiKeyRoleSchema, type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { type ApiKeyState, apiKeyState } from "./api-key-state.ts";

const inputSchema = pageInputSchema.extend({ cursor: idSchema.nullish() });

export type ApiKeyRow = {
  id: string;
  name: string;
  role: ApiKeyRole;
  /** The first characters of the secret. */
  prefix: string;
  state: ApiKeyState;
  createdAt: Date;
  createdBy: string;
  expiresAt: Date | null;
  /** To the minute; null when it was never used. */
  lastUsedAt: Date | null;
};

/** The keys of the workspace, the newest first, those included that no longer work. */
export async function listApiKeys(
  ctx: Context,
  input: z.input<typeof inputSchema> = {},
): Promise<Page<ApiKeyRow>> {
  requireRole(ctx, "admin", "see API keys");
  const { cursor, limit } = parseInput(inputSchema, input);
  const rows = await db().apiKey.findMany({
    where: { workspaceId: ctx.workspaceId, ...(cursor ? { id: { lt: cursor } } : {}) },
    // Ids are UUIDs version 7: their order is the order in time.
    orderBy: { id: "desc" },
    take: limit + 1,
    select: {
      id: true,
      name: true,
      role: true,
      prefix: true,
      createdAt: true,
      createdBy: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedAt: true,
    },
  });
  const nameOf = await actorNames(
    ctx,
    rows.map(({ createdBy }) => createdBy),
  );
  return toPage(
    rows,
    limit,
    ({ id }) => id,
    ({ revokedAt, role, createdBy, ...row }) => ({
      ...row,
      role: apiKeyRoleSchema.parse(role),
      createdBy: nameOf(createdBy),
      state: apiKeyState({ revokedAt, expiresAt: row.expiresAt }, ctx.now),
    }),
  );
}
