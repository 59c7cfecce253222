import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { changeCases } from "../revisions/change-cases.ts";
import { lockOpenDataset } from "../revisions/lock-dataset.ts";
import { keepNothing } from "../revisions/merge-staged-cases.ts";
import { caseContentSchema, caseKeySchema } from "./case-content.ts";
import { noSuchCase } from "./no-such-case.ts";

export const editCaseInput = z.object({
  datasetId: idSchema,
  key: caseKeySchema,
  content: caseContentSchema,
  /** The content hash that the editor started from: an edit made meanwhile by someone else is not overwritten. */
  startedFrom: z.string().max(64).optional(),
});
export type EditCaseInput = z.input<typeof editCaseInput>;

export async function editCase(
  ctx: Context,
  input: EditCaseInput,
): Promise<{ key: string; changed: boolean }> {
  requireRole(ctx, "editor", "edit a case");
  const { datasetId, key, content, startedFrom } = parseInput(editCaseInput, input);
  return await db().$transaction(async (tx) => {
    await lockOpenDataset(tx, ctx, datasetId);
    const head = await tx.caseRevision.findFirst({
      where: { datasetId, workspaceId: ctx.workspaceId, key, isHead: true },
      select: { contentHash: true, archived: true },
    });
    if (head === null) throw noSuchCase(key);
    if (head.archived)
      throw new AppError("conflict", `The case "${key}" is archived. Restore it before you edit it.`);
    if (startedFrom !== undefined && startedFrom !== head.contentHash) throw changedMeanwhile(key);
    const { updated } = await changeCases(tx, ctx, {
      datasetId,
      cases: [{ key, content, archived: false }],
      kept: keepNothing,
      action: "case.edit",
      detail: { key },
    });
    return { key, changed: updated === 1 };
  });
}

function changedMeanwhile(key: string): AppError {
  return new AppError(
    "conflict",
    `The case "${key}" was changed by someone else while you edited it. Copy your text, open the case again, and apply your change to what is there now.`,
  );
}
