import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { noSuchRun } from "../no-such-run.ts";
import type { StartRunsInput } from "../start-runs.ts";

export type PinsOfRun = {
  number: number;
  datasetId: string;
  modelId: string;
  /** What starts the same run again, but for its name and the key of the request. */
  pins: Omit<StartRunsInput, "requestKey" | "name">;
};

/** Everything that a run pins. @throws AppError not-found when it is missing or in another workspace. */
export async function pinsOfRun(ctx: Context, runId: string): Promise<PinsOfRun> {
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: {
      number: true,
      datasetId: true,
      datasetVersionId: true,
      modelVersionId: true,
      modelVersion: { select: { modelId: true } },
      splits: true,
      repetitions: true,
      useCache: true,
      budgetMicroUsd: true,
      priority: true,
      maxTries: true,
      verdictRule: true,
      graders: { orderBy: { position: "asc" }, select: { graderVersionId: true } },
    },
  });
  if (run === null) throw noSuchRun();
  const { number, datasetId, modelVersion, modelVersionId, graders, budgetMicroUsd, ...same } = run;
  return {
    number,
    datasetId,
    modelId: modelVersion.modelId,
    pins: {
      ...same,
      modelVersionIds: [modelVersionId],
      graderVersionIds: graders.map(({ graderVersionId }) => graderVersionId),
      verdictRule: verdictRuleSchema.parse(run.verdictRule),
      budgetMicroUsd: budgetMicroUsd === null ? null : Number(budgetMicroUsd),
    },
  };
}
