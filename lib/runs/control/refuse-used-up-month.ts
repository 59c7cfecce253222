import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { remoteKinds } from "#lib/graders/registry.ts";
import { getMonthBudget } from "#lib/workspaces/budget/get-month-budget.ts";
import { budgetObstacle } from "../starting/budget-obstacle.ts";
import type { LockedRun } from "./lock-run-row.ts";

/** Refuses calls that the workspace has no money left for in this month, with the figures. A run that costs nothing may go on. */
export async function refuseUsedUpMonth(
  ctx: Context,
  run: Pick<LockedRun, "inputPrice" | "outputPrice" | "graders">,
): Promise<void> {
  const asksSomebody = run.graders.some(({ graderVersion }) => remoteKinds.includes(graderVersion.kind));
  const isFree = run.inputPrice === 0 && run.outputPrice === 0 && !asksSomebody;
  const costMicroUsd = { low: 0, high: isFree ? 0 : null };
  const obstacle = budgetObstacle(await getMonthBudget(ctx), {
    costMicroUsd,
    costUnknown: 0,
    judgingUnknown: [],
    seconds: null,
  });
  if (obstacle !== null) throw new AppError("conflict", obstacle);
}
