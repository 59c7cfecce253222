import { actorId, type Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { newId } from "#lib/ids/new-id.ts";

/** The columns of a version that its author decides, checked. */
export type VersionContent = Omit<
  Prisma.ModelVersionUncheckedCreateInput,
  "id" | "workspaceId" | "modelId" | "number" | "createdAt" | "createdBy" | "runs"
>;

type NewVersion = { modelId: string; number: number; content: VersionContent };

export async function insertModelVersion(
  tx: Transaction,
  ctx: Context,
  { modelId, number, content }: NewVersion,
): Promise<{ id: string }> {
  if (content.connectionId) await holdConnection(tx, ctx.workspaceId, content.connectionId);
  return tx.modelVersion.create({
    data: { id: newId(), workspaceId: ctx.workspaceId, modelId, number, createdBy: actorId(ctx), ...content },
    select: { id: true },
  });
}

/** Locked FOR SHARE until the version is stored, so that the connection is not archived in between. */
async function holdConnection(tx: Transaction, workspaceId: string, connectionId: string): Promise<void> {
  const [connection] = await tx.$queryRaw<{ name: string; archived: boolean }[]>`
    select name, archived_at is not null as archived from connection
    where id = ${connectionId}::uuid and workspace_id = ${workspaceId}::uuid
    for share`;
  if (connection !== undefined && !connection.archived) return;
  const sentence =
    connection === undefined
      ? "There is no connection with this id in this workspace. Choose another one."
      : `The connection "${connection.name}" is archived. Restore it or choose another one.`;
  throw new AppError(connection === undefined ? "not-found" : "conflict", sentence, {
    "config.connectionId": sentence,
  });
}
