import type { z } from "zod";
import { actorId, type Context, hasRole, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import type { Board, Candidate } from "../board/board-schema.ts";
import { weighModels } from "../board/weigh-models.ts";
import { type RecordDecisionInput, recordDecisionInput } from "./decision-input.ts";
import { waiverReason } from "./waiver-reason.ts";

type Parsed = z.output<typeof recordDecisionInput>;

/**
 * Freezes a choice: the board is computed from the runs once more and stored with every figure, so nobody can hand in evidence of their
 * own. Who records it approves it. A model that does not provably clear the bar needs a waiver, and an admin.
 */
export async function recordDecision(
  ctx: Context,
  input: RecordDecisionInput,
): Promise<{ id: string; number: number }> {
  requireRole(ctx, "editor", "record a decision");
  const parsed = parseInput(recordDecisionInput, input);
  const expiresAt = expiryOf(parsed.expiresOn, ctx.now);
  const board = await weighModels(ctx, parsed.asked);
  const chosen = chosenOf(board, parsed.chosenRunId);
  const waiver = waiverFor(ctx, chosen, parsed.waiver);
  const id = newId();
  return await db().$transaction(async (tx) => {
    const number = await nextNumber(tx, ctx);
    await tx.decision.create({
      data: {
        id,
        workspaceId: ctx.workspaceId,
        datasetId: board.dataset.id,
        number,
        question: parsed.question,
        asked: parsed.asked,
        evidence: board,
        chosenRunId: chosen.run.id,
        chosenModelId: chosen.model.id,
        chosenModelName: chosen.model.name,
        reason: parsed.reason,
        waiver,
        approvedBy: actorId(ctx),
        expiresAt,
        createdAt: ctx.now,
      },
    });
    if (parsed.supersedesId !== null) await supersede(tx, ctx, parsed.supersedesId, id, parsed);
    await writeAudit(tx, ctx, {
      action: "decision.record",
      subjectType: "decision",
      subjectId: id,
      detail: {
        number,
        datasetId: board.dataset.id,
        chosenRunId: chosen.run.id,
        model: chosen.model.name,
        standing: chosen.standing,
        isWaived: waiver !== null,
        supersedesId: parsed.supersedesId,
      },
    });
    return { id, number };
  });
}

function expiryOf(day: string | null, now: Date): Date | null {
  if (day === null) return null;
  const expiresAt = new Date(`${day}T23:59:59.999Z`);
  if (expiresAt > now) return expiresAt;
  const message = "The last day must not be over yet. Choose a later one, or leave it empty.";
  throw new AppError("invalid", message, { expiresOn: message });
}

function chosenOf(board: Board, runId: string): Candidate {
  const chosen = board.candidates.find(({ run }) => run.id === runId);
  if (chosen !== undefined) return chosen;
  const message = "The chosen model is not among those that were weighed. Choose one of them.";
  throw new AppError("invalid", message, { chosenRunId: message });
}

function waiverFor(ctx: Context, chosen: Candidate, waiver: string): string | null {
  const why = waiverReason(chosen);
  if (why === null) return null;
  if (waiver === "") {
    const message = `${why} Write a waiver that says why it is chosen all the same, or choose another model.`;
    throw new AppError("invalid", message, { waiver: message });
  }
  if (hasRole(ctx, "admin")) return waiver;
  throw new AppError("forbidden", `${why} Only an admin of this workspace can approve it with a waiver.`);
}

/** The row of the workspace is locked, so two decisions of the same moment get two numbers. */
async function nextNumber(tx: Transaction, ctx: Context): Promise<number> {
  await tx.$queryRaw`select 1 from workspace where id = ${ctx.workspaceId}::uuid for no key update`;
  const { _max } = await tx.decision.aggregate({
    where: { workspaceId: ctx.workspaceId },
    _max: { number: true },
  });
  return (_max.number ?? 0) + 1;
}

/** Only one decision takes the place of another: who comes second at the same moment is told so. */
async function supersede(
  tx: Transaction,
  ctx: Context,
  supersededId: string,
  byId: string,
  { asked }: Parsed,
): Promise<void> {
  const own = { id: supersededId, workspaceId: ctx.workspaceId, datasetId: asked.datasetId };
  const { count } = await tx.decision.updateMany({
    where: { ...own, supersededById: null },
    data: { supersededById: byId },
  });
  if (count === 1) {
    await writeAudit(tx, ctx, {
      action: "decision.supersede",
      subjectType: "decision",
      subjectId: supersededId,
      detail: { byId },
    });
    return;
  }
  const exists = (await tx.decision.count({ where: own })) > 0;
  throw exists
    ? new AppError("conflict", "Another decision has taken its place meanwhile. Open that one first.")
    : new AppError(
        "not-found",
        "The decision to be superseded is not one on this dataset in this workspace.",
      );
}
