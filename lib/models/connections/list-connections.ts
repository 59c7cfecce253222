import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { type ConnectionDetails, connectionDetailsSelect } from "./get-connection.ts";

const listConnectionsInput = pageInputSchema.extend({
  cursor: idSchema.nullish(),
  archived: z.boolean().default(false),
});
export type ListConnectionsInput = z.input<typeof listConnectionsInput>;

/** Newest first. */
export async function listConnections(
  ctx: Context,
  input: ListConnectionsInput = {},
): Promise<Page<ConnectionDetails>> {
  const { cursor, limit, archived } = parseInput(listConnectionsInput, input);
  const rows = await db().connection.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      archivedAt: archived ? { not: null } : null,
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: connectionDetailsSelect,
  });
  return toPage(
    rows,
    limit,
    (row) => row.id,
    (row) => row,
  );
}
