import type { ModelOutlook } from "#lib/runs/starting/estimate/estimate-basis.ts";
import { type Asked, estimateCost, type RunEstimate } from "#lib/runs/starting/estimate/estimate-cost.ts";
import { estimateTotal, type TotalEstimate } from "#lib/runs/starting/estimate/estimate-total.ts";

export type ModelEstimate = { versionId: string; name: string; lane: string; estimate: RunEstimate };

/** The estimates of the chosen models for what is asked now, and their sum; null until the server has told what it knows of all. */
export function estimatesOf(
  models: readonly { versionId: string; name: string }[],
  outlooks: readonly ModelOutlook[],
  asked: Asked,
): { runs: ModelEstimate[]; total: TotalEstimate } | null {
  const runs = models.flatMap(({ versionId, name }) => {
    const outlook = outlooks.find((one) => one.versionId === versionId);
    if (outlook === undefined) return [];
    return [{ versionId, name, lane: outlook.lane, estimate: estimateCost(outlook, asked) }];
  });
  if (runs.length === 0 || runs.length < models.length || asked.cases === 0) return null;
  return { runs, total: estimateTotal(runs) };
}
