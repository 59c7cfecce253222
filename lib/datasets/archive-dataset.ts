import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { lockDataset } from "./revisions/lock-dataset.ts";

export const archiveDatasetInput = z.object({ datasetId: idSchema });
export type ArchiveDatasetInput = z.input<typeof archiveDatasetInput>;

/** Takes it out of lists and stops changes. Its versions, runs and scorecards stay readable. */
export async function archiveDataset(ctx: Context, input: ArchiveDatasetInput): Promise<void> {
  requireRole(ctx, "editor", "archive a dataset");
  await setArchived(ctx, input, { archivedAt: ctx.now, action: "dataset.archive" });
}

export async function restoreDataset(ctx: Context, input: ArchiveDatasetInput): Promise<void> {
  requireRole(ctx, "editor", "restore a dataset");
  await setArchived(ctx, input, { archivedAt: null, action: "dataset.restore" });
}

async function setArchived(
  ctx: Context,
  input: ArchiveDatasetInput,
  { archivedAt, action }: { archivedAt: Date | null; action: string },
): Promise<void> {
  const { datasetId } = parseInput(archiveDatasetInput, input);
  await db().$transaction(async (tx) => {
    const dataset = await lockDataset(tx, ctx, datasetId);
    if ((dataset.archivedAt === null) === (archivedAt === null)) return;
    await tx.dataset.update({ where: { id: datasetId }, data: { archivedAt } });
    await writeAudit(tx, ctx, {
      action,
      subjectType: "dataset",
      subjectId: datasetId,
      detail: { name: dataset.name },
    });
  });
}
