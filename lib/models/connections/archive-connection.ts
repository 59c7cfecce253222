import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { connectionNotFound } from "./get-connection.ts";

export const archiveConnectionInput = z.object({ connectionId: idSchema });
export type ArchiveConnectionInput = z.input<typeof archiveConnectionInput>;

const NAMED_MODELS = 5;

/** Refused while the latest version of a model that is not archived calls this connection. */
export async function archiveConnection(ctx: Context, input: ArchiveConnectionInput): Promise<void> {
  requireRole(ctx, "editor", "archive a connection");
  const { connectionId } = parseInput(archiveConnectionInput, input);
  await db().$transaction(async (tx) => {
    // A new model version locks the row FOR SHARE, so none can begin to use the connection between this look and the write.
    const [locked] = await tx.$queryRaw<{ id: string }[]>`
      select id from connection
      where id = ${connectionId}::uuid and workspace_id = ${ctx.workspaceId}::uuid
      for update`;
    if (locked === undefined) throw connectionNotFound();
    const users = await modelsUsing(tx, ctx.workspaceId, connectionId);
    if (users.length > 0) throw inUse(users);
    const { count } = await tx.connection.updateMany({
      where: { id: connectionId, workspaceId: ctx.workspaceId, archivedAt: null },
      data: { archivedAt: ctx.now },
    });
    if (count === 0) return;
    await writeAudit(tx, ctx, {
      action: "connection.archive",
      subjectType: "connection",
      subjectId: connectionId,
    });
  });
}

async function modelsUsing(tx: Transaction, workspaceId: string, connectionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select model.name
    from model
    join lateral (
      select connection_id from model_version
      where model_id = model.id
      order by number desc
      limit 1
    ) latest on true
    where model.workspace_id = ${workspaceId}::uuid
      and model.archived_at is null
      and latest.connection_id = ${connectionId}::uuid
    order by model.name
    limit ${NAMED_MODELS + 1}`;
  return rows.map((row) => row.name);
}

function inUse(names: readonly string[]): AppError {
  const named = names.slice(0, NAMED_MODELS).map((name) => `"${name}"`);
  const more = names.length > NAMED_MODELS ? " and others" : "";
  return new AppError(
    "conflict",
    `This connection is used by ${named.join(", ")}${more}. Point these models at another connection, or archive them first.`,
  );
}
