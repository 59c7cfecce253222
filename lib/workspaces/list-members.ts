import type { z } from "zod";
import type { Context, Role } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";

const inputSchema = pageInputSchema.extend({ cursor: idSchema.nullish() });

export type Member = { userId: string; name: string; email: string; role: Role; joinedAt: Date };

/** Everybody in the workspace, oldest account first. Any member may see who else there is. */
export async function listMembers(
  ctx: Context,
  input: z.input<typeof inputSchema> = {},
): Promise<Page<Member>> {
  const { cursor, limit } = parseInput(inputSchema, input);
  const rows = await db().member.findMany({
    where: { workspaceId: ctx.workspaceId, ...(cursor ? { userId: { gt: cursor } } : {}) },
    orderBy: { userId: "asc" },
    take: limit + 1,
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
  });
  return toPage(
    rows,
    limit,
    ({ userId }) => userId,
    ({ userId, role, createdAt, user }) => ({ userId, role, joinedAt: createdAt, ...user }),
  );
}
