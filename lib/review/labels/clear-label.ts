import type { z } from "zod";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getAttemptInput } from "#lib/runs/get-attempt.ts";
import { type AttemptLabels, listAttemptLabels } from "./list-attempt-labels.ts";
import { lockAnswer } from "./lock-answer.ts";

/** The label is named, so that undoing twice by mistake takes back one only. */
export const clearLabelInput = getAttemptInput.extend({ labelId: idSchema });
export type ClearLabelInput = z.input<typeof clearLabelInput>;

/** Takes one's own label back. What the same person had said before it, if anything, is in force again. */
export async function clearLabel(ctx: Context, input: ClearLabelInput): Promise<AttemptLabels> {
  requireRole(ctx, "reviewer", "take a label back");
  const { labelId, ...attempt } = parseInput(clearLabelInput, input);
  const { runId, key, repetition } = attempt;
  await db().$transaction(async (tx) => {
    const { caseId } = await lockAnswer(tx, ctx, attempt);
    const mine = { workspaceId: ctx.workspaceId, runId, caseId, repetition, author: actorId(ctx) };
    const withdrawn = await tx.label.updateMany({
      where: { ...mine, id: labelId, inForce: true },
      data: { inForce: false, withdrawnAt: ctx.now },
    });
    if (withdrawn.count === 0) {
      throw new AppError(
        "conflict",
        "This label of yours is in force no more: it was revised or taken back in another window. Open the case again to see what is.",
      );
    }
    const before = await tx.label.findFirst({
      where: { ...mine, withdrawnAt: null },
      orderBy: { id: "desc" },
      select: { id: true },
    });
    if (before !== null) await tx.label.update({ where: { id: before.id }, data: { inForce: true } });
    await writeAudit(tx, ctx, {
      action: "label.withdraw",
      subjectType: "label",
      subjectId: labelId,
      detail: { runId, key, repetition, restores: before?.id ?? null },
    });
  });
  return await listAttemptLabels(ctx, attempt);
}
