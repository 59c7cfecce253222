import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { lockOpenDataset } from "../revisions/lock-dataset.ts";
import { noSuchCase } from "./no-such-case.ts";

export const discardDraftInput = z.object({ datasetId: idSchema, key: z.string().max(200) });
export type DiscardDraftInput = z.input<typeof discardDraftInput>;

/** Puts a case back to what is published. A case that no version has yet is removed. */
export async function discardDraft(ctx: Context, input: DiscardDraftInput): Promise<{ remains: boolean }> {
  requireRole(ctx, "editor", "discard changes of a case");
  const { datasetId, key } = parseInput(discardDraftInput, input);
  return await db().$transaction(async (tx) => {
    await lockOpenDataset(tx, ctx, datasetId);
    const head = await tx.caseRevision.findFirst({
      where: { datasetId, workspaceId: ctx.workspaceId, key, isHead: true },
      select: { id: true, caseId: true, firstVersion: true },
    });
    if (head === null) throw noSuchCase(key);
    if (head.firstVersion !== null) {
      throw new AppError(
        "conflict",
        `The case "${key}" has no changes since the last version, so there is nothing to discard.`,
      );
    }
    await tx.caseRevision.delete({ where: { id: head.id } });
    const published = await tx.caseRevision.updateMany({
      where: { caseId: head.caseId, firstVersion: { not: null }, lastVersion: null },
      data: { isHead: true },
    });
    const remains = published.count > 0;
    if (!remains) await tx.case.delete({ where: { id: head.caseId } });
    await writeAudit(tx, ctx, {
      action: "case.discard",
      subjectType: "dataset",
      subjectId: datasetId,
      detail: { key, remains },
    });
    return { remains };
  });
}
