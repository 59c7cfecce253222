import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { monthName } from "./month.ts";

export type MonthSpending = { month: Date; monthName: string; costMicroUsd: number };

const monthsShown = 24;

/** What was paid in the last two years of months with a bill, the newest first. */
export async function listMonths(ctx: Context): Promise<MonthSpending[]> {
  requireRole(ctx, "admin", "see what the workspace has spent");
  const rows = await db().workspaceSpending.findMany({
    where: { workspaceId: ctx.workspaceId },
    orderBy: { month: "desc" },
    take: monthsShown,
    select: { month: true, costMicroUsd: true },
  });
  return rows.map(({ month, costMicroUsd }) => ({
    month,
    monthName: monthName(month),
    costMicroUsd: Number(costMicroUsd),
  }));
}
