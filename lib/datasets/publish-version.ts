import { z } from "zod";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { newId } from "#lib/ids/new-id.ts";
import { lockOpenDataset } from "./revisions/lock-dataset.ts";
import { countDraftChanges, totalChanges } from "./versions/draft-changes.ts";
import { versionNoteSchema } from "./versions/version-note.ts";

export const publishVersionInput = z.object({ datasetId: idSchema, note: versionNoteSchema });
export type PublishVersionInput = z.input<typeof publishVersionInput>;
export type PublishedVersion = { id: string; number: number; caseCount: number };

const timeoutMs = 10 * 60_000;

/** Makes the working copy the next numbered version. Who comes second at the same moment finds nothing changed. */
export async function publishVersion(ctx: Context, input: PublishVersionInput): Promise<PublishedVersion> {
  requireRole(ctx, "editor", "publish a version");
  const { datasetId, note } = parseInput(publishVersionInput, input);
  const publish = async (tx: Transaction) => {
    const dataset = await lockOpenDataset(tx, ctx, datasetId);
    const latest = await tx.datasetVersion.aggregate({ where: { datasetId }, _max: { number: true } });
    const number = (latest._max.number ?? 0) + 1;
    const changes = totalChanges(await countDraftChanges(tx, ctx, datasetId));
    if (changes === 0) throw nothingToPublish(dataset.name, number - 1);
    const caseCount = await freezeDrafts(tx, ctx, datasetId, number);
    const id = newId();
    await tx.datasetVersion.create({
      data: {
        id,
        workspaceId: ctx.workspaceId,
        datasetId,
        number,
        note,
        caseCount,
        publishedBy: actorId(ctx),
      },
    });
    await writeAudit(tx, ctx, {
      action: "dataset.publish",
      subjectType: "dataset",
      subjectId: datasetId,
      detail: { versionId: id, number, caseCount, changes },
    });
    return { id, number, caseCount };
  };
  return await db().$transaction(publish, { timeout: timeoutMs, maxWait: 15_000 });
}

function nothingToPublish(name: string, latest: number): AppError {
  return new AppError(
    "conflict",
    latest === 0
      ? `The dataset "${name}" has no cases yet. Import or add some, then publish.`
      : `Nothing has changed in "${name}" since version ${latest}, so there is nothing to publish.`,
  );
}

/** Superseded revisions end one version earlier, drafts begin with this one. Returns how many cases the version has. */
async function freezeDrafts(
  tx: Transaction,
  ctx: Context,
  datasetId: string,
  number: number,
): Promise<number> {
  await tx.$executeRaw`
    update case_revision old set last_version = ${number} - 1
    from case_revision draft
    where draft.dataset_id = ${datasetId}::uuid and draft.workspace_id = ${ctx.workspaceId}::uuid and draft.first_version is null
      and old.case_id = draft.case_id and old.first_version is not null and old.last_version is null`;
  await tx.caseRevision.updateMany({
    where: { datasetId, workspaceId: ctx.workspaceId, firstVersion: null },
    data: { firstVersion: number },
  });
  return await tx.caseRevision.count({
    where: { datasetId, workspaceId: ctx.workspaceId, isHead: true, archived: false },
  });
}
