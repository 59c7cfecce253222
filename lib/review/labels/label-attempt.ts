import { z } from "zod";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import { getAttemptInput } from "#lib/runs/get-attempt.ts";
import { failureModeSchema, labelNoteSchema } from "./label-text.ts";
import { labelVerdicts } from "./label-verdict.ts";
import { type AttemptLabels, listAttemptLabels } from "./list-attempt-labels.ts";
import { lockAnswer } from "./lock-answer.ts";

export const labelAttemptInput = getAttemptInput
  .extend({
    verdict: z.enum(labelVerdicts),
    note: labelNoteSchema,
    failureMode: failureModeSchema,
  })
  .refine(({ verdict, failureMode }) => verdict === "failed" || failureMode === null, {
    path: ["failureMode"],
    message: "Only an answer that failed has a failure mode.",
  });
export type LabelAttemptInput = z.input<typeof labelAttemptInput>;

/** Says whether an answer is right, in one's own name. An earlier label of the same person stays in the history and is in force no more. */
export async function labelAttempt(ctx: Context, input: LabelAttemptInput): Promise<AttemptLabels> {
  requireRole(ctx, "reviewer", "judge an answer");
  const { runId, key, repetition, ...said } = parseInput(labelAttemptInput, input);
  const author = actorId(ctx);
  await db().$transaction(async (tx) => {
    const answer = await lockAnswer(tx, ctx, { runId, key, repetition });
    const { caseId } = answer;
    const mine = { workspaceId: ctx.workspaceId, runId, caseId, repetition, author, inForce: true };
    const before = await tx.label.findFirst({
      where: mine,
      select: { id: true, verdict: true, note: true, failureMode: true },
    });
    if (before !== null && isSame(before, said)) return;
    await tx.label.updateMany({ where: mine, data: { inForce: false } });
    const id = newId();
    await tx.label.create({ data: { ...mine, ...said, id, datasetId: answer.datasetId } });
    await writeAudit(tx, ctx, {
      action: before === null ? "label.add" : "label.revise",
      subjectType: "label",
      subjectId: id,
      detail: {
        ...{ runId, key, repetition, verdict: said.verdict, failureMode: said.failureMode },
        replaces: before?.id ?? null,
      },
    });
  });
  return await listAttemptLabels(ctx, { runId, key, repetition });
}

type Said = Pick<z.output<typeof labelAttemptInput>, "verdict" | "note" | "failureMode">;

function isSame(before: Said, said: Said): boolean {
  return (
    before.verdict === said.verdict && before.note === said.note && before.failureMode === said.failureMode
  );
}
