import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { moneyText } from "../starting/money-text.ts";
import { budgetSchema, paidMicroUsd } from "./budget.ts";
import { lockRunRow } from "./lock-run-row.ts";
import { refuseUnlessAllowed } from "./run-controls.ts";

const changeBudgetInput = z.object({ runId: idSchema, budgetMicroUsd: budgetSchema });
export type ChangeBudgetInput = z.input<typeof changeBudgetInput>;

/** Sets what a run may cost; null is no limit. */
export async function changeBudget(ctx: Context, input: ChangeBudgetInput): Promise<void> {
  requireRole(ctx, "editor", "change the budget of a run");
  const { runId, budgetMicroUsd } = parseInput(changeBudgetInput, input);
  await db().$transaction(async (tx) => {
    const run = await lockRunRow(tx, ctx, runId);
    const before = run.budgetMicroUsd === null ? null : Number(run.budgetMicroUsd);
    if (before === budgetMicroUsd) return;
    refuseUnlessAllowed("change-budget", run);
    const paid = await paidMicroUsd(tx, ctx, runId);
    if (budgetMicroUsd !== null && paid >= budgetMicroUsd) {
      const message = `Run ${run.number} has cost ${moneyText(paid)} already. Give it a higher budget, or pause it.`;
      throw new AppError("conflict", message, { budgetMicroUsd: message });
    }
    await tx.run.update({ where: { id: runId }, data: { budgetMicroUsd } });
    await writeAudit(tx, ctx, {
      action: "run.change-budget",
      subjectType: "run",
      subjectId: runId,
      detail: { budgetMicroUsd, budgetMicroUsdBefore: before },
    });
  });
}
