import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getConnection } from "./get-connection.ts";

export const restoreConnectionInput = z.object({ connectionId: idSchema });
export type RestoreConnectionInput = z.input<typeof restoreConnectionInput>;

/** Brings an archived connection back; one that is not archived stays as it is. */
export async function restoreConnection(ctx: Context, input: RestoreConnectionInput): Promise<void> {
  requireRole(ctx, "editor", "restore a connection");
  const { connectionId } = parseInput(restoreConnectionInput, input);
  await getConnection(ctx, connectionId);
  await db().$transaction(async (tx) => {
    const { count } = await tx.connection.updateMany({
      where: { id: connectionId, workspaceId: ctx.workspaceId, archivedAt: { not: null } },
      data: { archivedAt: null },
    });
    if (count === 0) return;
    await writeAudit(tx, ctx, {
      action: "connection.restore",
      subjectType: "connection",
      subjectId: connectionId,
    });
  });
}
