import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";

const maxBudgetMicroUsd = 1_000_000_000_000;

export const setMonthlyBudgetInput = z.object({
  /** Null removes the limit. Nothing at all is allowed: then only runs that cost nothing can start. */
  budgetMicroUsd: z
    .int("A budget is in whole micro-dollars.")
    .min(0, "A budget cannot be negative.")
    .max(maxBudgetMicroUsd, "A budget is at most one million dollars.")
    .nullable(),
});
export type SetMonthlyBudgetInput = z.input<typeof setMonthlyBudgetInput>;

/** Sets what all runs of a calendar month may cost together. Returns the former budget, to undo with. */
export async function setMonthlyBudget(
  ctx: Context,
  input: SetMonthlyBudgetInput,
): Promise<{ budgetMicroUsd: number | null; former: number | null }> {
  requireRole(ctx, "admin", "change the budget");
  const { budgetMicroUsd } = parseInput(setMonthlyBudgetInput, input);
  return await db().$transaction(async (tx) => {
    const [workspace] = await tx.$queryRaw<{ budget: bigint | null }[]>`
      select monthly_budget_micro_usd as budget from workspace where id = ${ctx.workspaceId}::uuid for update`;
    if (workspace === undefined) throw new AppError("not-found", "This workspace no longer exists.");
    const former = workspace.budget === null ? null : Number(workspace.budget);
    if (former === budgetMicroUsd) return { budgetMicroUsd, former };
    await tx.workspace.update({
      where: { id: ctx.workspaceId },
      data: { monthlyBudgetMicroUsd: budgetMicroUsd },
    });
    await writeAudit(tx, ctx, {
      action: "workspace.set-budget",
      subjectType: "workspace",
      subjectId: ctx.workspaceId,
      detail: { budgetMicroUsd, former },
    });
    return { budgetMicroUsd, former };
  });
}
