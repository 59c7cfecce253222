import type { Context } from "#lib/context/context.ts";
import { countVersionCases } from "#lib/datasets/count-version-cases.ts";
import type { Split } from "#lib/datasets/split.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { getMonthBudget } from "#lib/workspaces/budget/get-month-budget.ts";
import type { Startable } from "../load-startable.ts";
import { budgetObstacle } from "./budget-obstacle.ts";
import { estimateCost } from "./estimate/estimate-cost.ts";
import { estimateTotal } from "./estimate/estimate-total.ts";
import { estimateJudging } from "./estimate/judging/estimate-judging.ts";
import { loadJudgingOutlooks } from "./estimate/judging/load-judging-outlooks.ts";
import { loadOutlooks } from "./estimate/load-outlooks.ts";

type Planned = {
  datasetVersionId: string;
  graderVersionIds: readonly string[];
  splits: Split[];
  startable: Startable;
  options: { repetitions: number; useCache: boolean };
};

/** Refuses runs that the month's budget cannot pay, with the figures. A workspace without a budget is asked nothing. */
export async function refuseOverBudget(ctx: Context, planned: Planned): Promise<void> {
  const month = await getMonthBudget(ctx);
  if (month.budgetMicroUsd === null) return;
  const { datasetVersionId, graderVersionIds, splits, startable, options } = planned;
  const { datasetId } = startable;
  const [outlooks, graders, cases] = await Promise.all([
    loadOutlooks(ctx, {
      versionIds: startable.models.map(({ versionId }) => versionId),
      datasetId,
    }),
    loadJudgingOutlooks(ctx, { graderVersionIds, datasetId }),
    countVersionCases(ctx, { versionId: datasetVersionId, ...(splits.length > 0 ? { splits } : {}) }),
  ]);
  const asked = { cases, ...options };
  const estimates = outlooks.map((one) => ({
    lane: one.lane,
    estimate: estimateCost(one, asked),
    judging: graders.map((grader) => estimateJudging(grader, one.basis, asked)),
  }));
  const obstacle = budgetObstacle(month, estimateTotal(estimates));
  if (obstacle !== null) throw new AppError("conflict", obstacle);
}
