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

export const addCaseInput = z.object({ datasetId: idSchema, key: caseKeySchema, content: caseContentSchema });
export type AddCaseInput = z.input<typeof addCaseInput>;

export async function addCase(ctx: Context, input: AddCaseInput): Promise<{ key: string }> {
  requireRole(ctx, "editor", "add a case");
  const { datasetId, key, content } = parseInput(addCaseInput, input);
  return await db().$transaction(async (tx) => {
    await lockOpenDataset(tx, ctx, datasetId);
    const taken = await tx.caseRevision.findFirst({
      where: { datasetId, workspaceId: ctx.workspaceId, key, isHead: true },
      select: { archived: true },
    });
    if (taken !== null) throw keyTaken(key, taken.archived);
    await changeCases(tx, ctx, {
      datasetId,
      cases: [{ key, content, archived: false }],
      kept: keepNothing,
      action: "case.add",
      detail: { key },
    });
    return { key };
  });
}

function keyTaken(key: string, archived: boolean): AppError {
  const message = archived
    ? `An archived case has the key "${key}". Restore that case, or choose another key.`
    : `There is already a case with the key "${key}". Choose another key.`;
  return new AppError("conflict", message, { key: message });
}
