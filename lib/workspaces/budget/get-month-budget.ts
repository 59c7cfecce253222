import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { monthName, monthOf } from "./month.ts";

export type MonthBudget = {
  /** First day of the calendar month (UTC). */
  month: Date;
  monthName: string;
  /** Null is no limit. */
  budgetMicroUsd: number | null;
  spentMicroUsd: number;
};

/** What all runs of this calendar month may cost together, and what they have cost so far. */
export async function getMonthBudget(ctx: Context): Promise<MonthBudget> {
  const month = monthOf(ctx.now);
  const workspace = await db().workspace.findUnique({
    where: { id: ctx.workspaceId },
    select: { monthlyBudgetMicroUsd: true, spending: { where: { month }, select: { costMicroUsd: true } } },
  });
  if (workspace === null) throw new AppError("not-found", "This workspace no longer exists.");
  const { monthlyBudgetMicroUsd, spending } = workspace;
  return {
    month,
    monthName: monthName(month),
    budgetMicroUsd: monthlyBudgetMicroUsd === null ? null : Number(monthlyBudgetMicroUsd),
    spentMicroUsd: Number(spending[0]?.costMicroUsd ?? 0n),
  };
}
