import type { Context } from "#lib/context/context.ts";
import { type ComparedRun, loadComparedRuns } from "../pairs/compared-run.ts";

export type CaseScope = { workspaceId: string; datasetIds: readonly string[]; runs: readonly ComparedRun[] };

/** Where the cases of two runs are found; refuses runs of another workspace. */
export async function caseScope(
  ctx: Context,
  { baselineId, candidateId }: { baselineId: string; candidateId: string },
): Promise<CaseScope> {
  const runs = await loadComparedRuns(ctx, [baselineId, candidateId]);
  return { workspaceId: ctx.workspaceId, datasetIds: runs.map((run) => run.dataset.id), runs };
}
