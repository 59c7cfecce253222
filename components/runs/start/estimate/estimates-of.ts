import type { ModelOutlook } from "#lib/runs/starting/estimate/estimate-basis.ts";
import { type Asked, estimateCost } from "#lib/runs/starting/estimate/estimate-cost.ts";
import {
  type EstimatedRun,
  estimateTotal,
  type TotalEstimate,
} from "#lib/runs/starting/estimate/estimate-total.ts";
import { estimateJudging } from "#lib/runs/starting/estimate/judging/estimate-judging.ts";
import type { JudgingOutlook } from "#lib/runs/starting/estimate/judging/judging-outlook.ts";

export type ModelEstimate = EstimatedRun & { versionId: string; name: string };

/** The estimates of the chosen models for what is asked now, and their sum; null until the server has told what it knows of all. */
export function estimatesOf(
  models: readonly { versionId: string; name: string }[],
  outlooks: readonly ModelOutlook[],
  judging: readonly JudgingOutlook[],
  asked: Asked,
): { runs: ModelEstimate[]; total: TotalEstimate } | null {
  const runs = models.flatMap(({ versionId, name }) => {
    const outlook = outlooks.find((one) => one.versionId === versionId);
    if (outlook === undefined) return [];
    const { lane, basis } = outlook;
    const judged = judging.map((grader) => estimateJudging(grader, basis, asked));
    return [{ versionId, name, lane, estimate: estimateCost(outlook, asked), judging: judged }];
  });
  if (runs.length === 0 || runs.length < models.length || asked.cases === 0) return null;
  return { runs, total: estimateTotal(runs) };
}
