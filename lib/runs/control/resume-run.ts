import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { moneyText } from "../starting/money-text.ts";
import { budgetSchema, paidMicroUsd } from "./budget.ts";
import { type LockedRun, lockRunRow } from "./lock-run-row.ts";
import { putBackToWork } from "./put-back-to-work.ts";
import { refuseUsedUpMonth } from "./refuse-used-up-month.ts";
import { refuseUnlessAllowed } from "./run-controls.ts";

const resumeRunInput = z.object({
  runId: idSchema,
  /** Replaces the budget of the run; left out, it stays. */
  budgetMicroUsd: budgetSchema.optional(),
});
export type ResumeRunInput = z.input<typeof resumeRunInput>;

/** Takes up a run that is paused or stopped on an error. What is stored stays; only what is missing is asked for. */
export async function resumeRun(ctx: Context, input: ResumeRunInput): Promise<void> {
  requireRole(ctx, "editor", "resume a run");
  const { runId, budgetMicroUsd } = parseInput(resumeRunInput, input);
  await db().$transaction(async (tx) => {
    const run = await lockRunRow(tx, ctx, runId);
    if (run.state === "queued" || run.state === "running") return;
    refuseUnlessAllowed("resume", run);
    const before = run.budgetMicroUsd === null ? null : Number(run.budgetMicroUsd);
    const budget = budgetMicroUsd === undefined ? before : budgetMicroUsd;
    await refuseUsedUpBudget(tx, ctx, run, budget);
    await refuseUsedUpMonth(ctx, run);
    if (run.gradingOnly) await openUnanswered(tx, ctx, runId);
    await putBackToWork(tx, ctx, run, { budgetMicroUsd: budget });
    await writeAudit(tx, ctx, {
      action: "run.resume",
      subjectType: "run",
      subjectId: runId,
      detail: budget === before ? {} : { budgetMicroUsd: budget, budgetMicroUsdBefore: before },
    });
  });
}

/** Grading alone has ended shards that still have cases to ask for. */
async function openUnanswered(tx: Transaction, ctx: Context, runId: string): Promise<void> {
  await tx.$executeRaw`
    update run_shard set state = 'pending', worker_id = null, lease_expires_at = null, finished_at = null
    where workspace_id = ${ctx.workspaceId}::uuid and run_id = ${runId}::uuid and state = 'done' and answered + errored < planned`;
}

async function refuseUsedUpBudget(
  tx: Transaction,
  ctx: Context,
  run: LockedRun,
  budget: number | null,
): Promise<void> {
  if (budget === null) return;
  const paid = await paidMicroUsd(tx, ctx, run.id);
  if (paid < budget) return;
  const message = `Run ${run.number} has cost ${moneyText(paid)}, and its budget is ${moneyText(budget)}. Give it a higher budget to go on.`;
  throw new AppError("conflict", message, { budgetMicroUsd: message });
}
