import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { setVerdictRule } from "./verdict/set-verdict-rule.ts";
import { verdictRuleSchema } from "./verdict/verdict-rule-schema.ts";

export const maxDatasetGraders = 50;

export const setDatasetGradersInput = z.object({
  datasetId: idSchema,
  /** In the order in which runs show them. */
  graderIds: z
    .array(idSchema)
    .max(maxDatasetGraders, `A dataset has at most ${maxDatasetGraders} graders.`)
    .refine((ids) => new Set(ids).size === ids.length, "A grader is in the list twice."),
  /** How their grades become the verdict on an answer. Left out: as it is. */
  verdictRule: verdictRuleSchema.optional(),
});
export type SetDatasetGradersInput = z.input<typeof setDatasetGradersInput>;

/** Replaces the graders that a new run of the dataset starts with, and the rule by which they decide. */
export async function setDatasetGraders(ctx: Context, input: SetDatasetGradersInput): Promise<void> {
  requireRole(ctx, "editor", "choose the graders of a dataset");
  const { datasetId, graderIds, verdictRule } = parseInput(setDatasetGradersInput, input);
  await db().$transaction(async (tx) => {
    await replaceDatasetGraders(tx, ctx, datasetId, graderIds);
    if (verdictRule !== undefined) await setVerdictRule(tx, ctx, datasetId, verdictRule);
  });
}

export async function replaceDatasetGraders(
  tx: Transaction,
  ctx: Context,
  datasetId: string,
  graderIds: readonly string[],
): Promise<void> {
  const { workspaceId } = ctx;
  await lockDataset(tx, ctx, datasetId);
  const graders = await tx.grader.findMany({
    where: { workspaceId, id: { in: [...graderIds] } },
    select: { id: true, name: true, archivedAt: true },
  });
  if (graders.length !== graderIds.length) {
    throw new AppError(
      "not-found",
      "One of the graders does not exist in this workspace. Reload the page and choose again.",
    );
  }
  const archived = graders.find((grader) => grader.archivedAt !== null);
  if (archived !== undefined) {
    throw new AppError(
      "conflict",
      `The grader ${archived.name} is archived. Restore it first, or leave it out.`,
    );
  }
  await tx.datasetGrader.deleteMany({ where: { workspaceId, datasetId } });
  await tx.datasetGrader.createMany({
    data: graderIds.map((graderId, index) => ({ workspaceId, datasetId, graderId, position: index + 1 })),
  });
  await writeAudit(tx, ctx, {
    action: "dataset.set-graders",
    subjectType: "dataset",
    subjectId: datasetId,
    detail: { graderIds: [...graderIds] },
  });
}

/** Holds the dataset until the end of the transaction, so that of two editors one list of graders wins as a whole. */
export async function lockDataset(
  tx: Transaction,
  ctx: Context,
  datasetId: string,
): Promise<{ name: string }> {
  const [locked] = await tx.$queryRaw<{ name: string }[]>`
    select name from dataset where id = ${datasetId}::uuid and workspace_id = ${ctx.workspaceId}::uuid for update`;
  if (locked === undefined)
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  return locked;
}
