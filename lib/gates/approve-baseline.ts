import { z } from "zod";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { lockOpenDataset } from "#lib/datasets/revisions/lock-dataset.ts";
import { versionNoteSchema } from "#lib/datasets/versions/version-note.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { newId } from "#lib/ids/new-id.ts";
import { evaluateGate } from "./evaluate-gate.ts";
import { findMeasurableRun, type MeasurableRun } from "./results/measurable-run.ts";

const approveBaselineInput = z.object({ datasetId: idSchema, runId: idSchema, note: versionNoteSchema });
export type ApproveBaselineInput = z.input<typeof approveBaselineInput>;

/** A waiver says why in so many words. */
const fewestWords = 3;

/** Makes a run what later runs of the dataset are compared with. One that fails its gate needs a reason, and is kept as a waiver. */
export async function approveBaseline(
  ctx: Context,
  input: ApproveBaselineInput,
): Promise<{ number: number; waiver: boolean }> {
  requireRole(ctx, "editor", "approve a baseline");
  const { datasetId, runId, note } = parseInput(approveBaselineInput, input);
  const run = await findMeasurableRun(ctx, runId);
  refuseUnfit(run, datasetId);
  const gateVerdict = await evaluateGate(ctx, { runId });
  const waiver = gateVerdict === "fail";
  if (waiver && note.split(/\s+/).filter((word) => word !== "").length < fewestWords) {
    const message = `Run ${run.number} fails its gate. To approve it all the same, say why in at least three words; this is kept as a waiver.`;
    throw new AppError("invalid", message, { note: message });
  }
  return await db().$transaction(async (tx) => {
    await lockOpenDataset(tx, ctx, datasetId);
    // Graded again since: what the gate said is no longer about this run as it is.
    const now = await findMeasurableRun(ctx, runId, tx);
    refuseUnfit(now, datasetId);
    if (now.scorecardAt?.getTime() !== run.scorecardAt?.getTime()) throw gradedMeanwhile(run.number);
    const latest = await tx.baseline.findFirst({
      where: { workspaceId: ctx.workspaceId, datasetId },
      orderBy: { number: "desc" },
      select: { number: true, runId: true },
    });
    if (latest?.runId === runId) {
      throw new AppError("conflict", `Run ${run.number} is the approved baseline already.`);
    }
    const id = newId();
    const number = (latest?.number ?? 0) + 1;
    const row = { id, workspaceId: ctx.workspaceId, datasetId, runId, number, note, gateVerdict, waiver };
    await tx.baseline.create({ data: { ...row, approvedBy: actorId(ctx) } });
    await writeAudit(tx, ctx, {
      action: waiver ? "baseline.waive" : "baseline.approve",
      subjectType: "dataset",
      subjectId: datasetId,
      detail: { baselineId: id, number, runId, runNumber: run.number, gateVerdict, waiver, note },
    });
    return { number, waiver };
  });
}

function refuseUnfit(run: MeasurableRun, datasetId: string): void {
  if (run.datasetId !== datasetId) {
    throw new AppError(
      "invalid",
      `Run ${run.number} is of another dataset, so it cannot be the baseline of this one.`,
    );
  }
  if (!run.finished || run.missing !== null) {
    throw new AppError(
      "conflict",
      `Run ${run.number} is not finished with a scorecard, so nothing can be compared with it. Wait for its end, or start it again.`,
    );
  }
  if (!run.hasVerdicts) {
    throw new AppError(
      "conflict",
      `Run ${run.number} has no passed and no failed attempt, so nothing can be compared with it. Retry what errored, or approve another run.`,
    );
  }
}

function gradedMeanwhile(number: number): AppError {
  return new AppError(
    "conflict",
    `Run ${number} was graded again at this moment. Look at its gate, then try again.`,
  );
}
