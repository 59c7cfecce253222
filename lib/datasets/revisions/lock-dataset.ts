import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";

export type LockedDataset = { id: string; name: string; archivedAt: Date | null };

export function noSuchDataset(): AppError {
  return new AppError("not-found", "There is no dataset with this id in this workspace.");
}

/**
 * Whoever changes revisions or publishes holds the row of the dataset until the transaction ends: a case edited while a
 * version is being published lands wholly in that version or wholly after it.
 */
export async function lockDataset(tx: Transaction, ctx: Context, datasetId: string): Promise<LockedDataset> {
  const rows = await tx.$queryRaw<{ id: string; name: string; archived_at: Date | null }[]>`
    select id, name, archived_at from dataset
    where id = ${datasetId}::uuid and workspace_id = ${ctx.workspaceId}::uuid
    for update`;
  const [row] = rows;
  if (row === undefined) throw noSuchDataset();
  return { id: row.id, name: row.name, archivedAt: row.archived_at };
}

/** As `lockDataset`, for changes: an archived dataset takes none. */
export async function lockOpenDataset(
  tx: Transaction,
  ctx: Context,
  datasetId: string,
): Promise<LockedDataset> {
  const dataset = await lockDataset(tx, ctx, datasetId);
  if (dataset.archivedAt === null) return dataset;
  throw new AppError(
    "conflict",
    `The dataset "${dataset.name}" is archived. Restore it before you change it.`,
  );
}
