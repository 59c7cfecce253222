import { findBaseline } from "#lib/baselines/find-baseline.ts";
import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { StartedRuns } from "#lib/runs/start-runs.ts";
import { startNewest } from "#lib/runs/starting/start-newest.ts";
import { scheduleOptionsSchema } from "../schedule-content.ts";

export type ScheduledStart = {
  name: string;
  datasetId: string;
  modelIds: readonly string[];
  productionModel: boolean;
  options: unknown;
  /** The same key starts the same runs once. */
  requestKey: string;
};

/**
 * Starts what a schedule names, each at its newest version.
 *
 * @throws AppError conflict when it names the model in production and no run was ever approved as the dataset's baseline.
 */
export async function startScheduled(ctx: Context, schedule: ScheduledStart): Promise<StartedRuns> {
  const { requestKey, name, datasetId, options } = schedule;
  const pins = { requestKey, name, datasetId, modelIds: await modelsOf(ctx, schedule) };
  return await startNewest(ctx, { ...pins, ...scheduleOptionsSchema.parse(options) });
}

async function modelsOf(
  ctx: Context,
  { datasetId, modelIds, productionModel }: ScheduledStart,
): Promise<string[]> {
  if (!productionModel) return [...modelIds];
  const baseline = await findBaseline(ctx, { datasetId });
  if (baseline === null) {
    throw new AppError(
      "conflict",
      "No run on this dataset is approved as its baseline, so it is not known which model is in production. Approve a run, or choose the models by name.",
    );
  }
  return [...new Set([baseline.model.id, ...modelIds])];
}
