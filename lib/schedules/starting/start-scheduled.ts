import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { listDatasetGraders } from "#lib/graders/list-dataset-graders.ts";
import { type StartedRuns, startRuns } from "#lib/runs/start-runs.ts";
import { scheduleOptionsSchema } from "../schedule-content.ts";

export type ScheduledStart = {
  name: string;
  datasetId: string;
  modelIds: readonly string[];
  options: unknown;
  /** The same key starts the same runs once. */
  requestKey: string;
};

/** Starts what a schedule names: the newest version of the dataset, the newest version of each model, the dataset's graders. */
export async function startScheduled(ctx: Context, schedule: ScheduledStart): Promise<StartedRuns> {
  const [datasetVersionId, modelVersionIds, graders] = await Promise.all([
    newestDatasetVersion(ctx, schedule.datasetId),
    newestModelVersions(ctx, schedule.modelIds),
    listDatasetGraders(ctx, { datasetId: schedule.datasetId }),
  ]);
  if (graders.length === 0) {
    throw new AppError(
      "conflict",
      "The dataset has no graders of its own. Choose them on the dataset's graders page.",
    );
  }
  return await startRuns(ctx, {
    requestKey: schedule.requestKey,
    name: schedule.name,
    datasetVersionId,
    modelVersionIds,
    graderVersionIds: graders.map(({ versionId }) => versionId),
    ...scheduleOptionsSchema.parse(schedule.options),
  });
}

async function newestDatasetVersion(ctx: Context, datasetId: string): Promise<string> {
  const newest = await db().datasetVersion.findFirst({
    where: { workspaceId: ctx.workspaceId, datasetId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (newest !== null) return newest.id;
  throw new AppError(
    "conflict",
    "The dataset has no published version. Publish one; the next start uses it.",
  );
}

async function newestModelVersions(ctx: Context, modelIds: readonly string[]): Promise<string[]> {
  const models = await db().model.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...modelIds] } },
    select: { id: true, versions: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
  });
  return modelIds.map((modelId) => {
    const [newest] = models.find(({ id }) => id === modelId)?.versions ?? [];
    if (newest !== undefined) return newest.id;
    throw new AppError(
      "not-found",
      "One of the models is not there any more. Edit the schedule and choose again.",
    );
  });
}
