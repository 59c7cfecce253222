import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { countVersionCases } from "#lib/datasets/count-version-cases.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { loadStartable } from "#lib/runs/load-startable.ts";
import { budgetObstacle } from "#lib/runs/starting/budget-obstacle.ts";
import { estimateCost } from "#lib/runs/starting/estimate/estimate-cost.ts";
import { estimateTotal } from "#lib/runs/starting/estimate/estimate-total.ts";
import { estimateJudging } from "#lib/runs/starting/estimate/judging/estimate-judging.ts";
import { loadJudgingOutlooks } from "#lib/runs/starting/estimate/judging/load-judging-outlooks.ts";
import { loadOutlooks } from "#lib/runs/starting/estimate/load-outlooks.ts";
import { getMonthBudget } from "#lib/workspaces/budget/get-month-budget.ts";
import type { NextRunPlan } from "./next-run.ts";
import { nextRunFields, nextRunPins } from "./next-run-pins.ts";

const planNextRunInput = z.object(nextRunFields);
export type PlanNextRunInput = z.input<typeof planNextRunInput>;

/** What starting the run that a board lacks would do and cost. Nothing is started. */
export async function planNextRun(ctx: Context, input: PlanNextRunInput): Promise<NextRunPlan> {
  requireRole(ctx, "editor", "start runs");
  const pins = await nextRunPins(ctx, parseInput(planNextRunInput, input));
  const { datasetVersionId, modelVersionIds, graderVersionIds, splits = [], likeRunNumber } = pins;
  const [startable, cases, outlooks, month, version, graders, asking] = await Promise.all([
    loadStartable(ctx, pins),
    countVersionCases(ctx, { versionId: datasetVersionId, ...(splits.length > 0 && { splits }) }),
    loadOutlooks(ctx, { versionIds: modelVersionIds, datasetId: pins.datasetId }),
    getMonthBudget(ctx),
    db().modelVersion.findFirst({
      where: { workspaceId: ctx.workspaceId, id: { in: [...modelVersionIds] } },
      select: { number: true },
    }),
    graderNames(ctx, graderVersionIds),
    loadJudgingOutlooks(ctx, { graderVersionIds, datasetId: pins.datasetId }),
  ]);
  const { repetitions = 1, useCache = false, budgetMicroUsd = null } = pins;
  const [model] = startable.models;
  const estimates = outlooks.map((outlook) => ({
    lane: outlook.lane,
    estimate: estimateCost(outlook, { cases, repetitions, useCache }),
    judging: asking.map((grader) => estimateJudging(grader, outlook.basis, { cases, repetitions })),
  }));
  return {
    likeRunNumber,
    dataset: { name: startable.datasetName, version: startable.versionNumber },
    model: { name: model?.name ?? "", version: version?.number ?? 1 },
    cases,
    repetitions,
    graders,
    concurrency: model?.concurrency ?? 1,
    estimate: estimates[0]?.estimate ?? null,
    judging: estimates[0]?.judging ?? [],
    budgetMicroUsd,
    month: {
      monthName: month.monthName,
      budgetMicroUsd: month.budgetMicroUsd,
      spentMicroUsd: month.spentMicroUsd,
    },
    obstacle: budgetObstacle(month, estimateTotal(estimates)),
  };
}

/** In the order of the ids: "Exact match v2". */
async function graderNames(ctx: Context, versionIds: readonly string[]): Promise<string[]> {
  const found = await db().graderVersion.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...versionIds] } },
    select: { id: true, number: true, grader: { select: { name: true } } },
  });
  return versionIds.flatMap((id) => {
    const version = found.find((one) => one.id === id);
    return version === undefined ? [] : [`${version.grader.name} v${version.number}`];
  });
}
