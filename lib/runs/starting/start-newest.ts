import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { splitSchema } from "#lib/datasets/split-schema.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { listDatasetGraders } from "#lib/graders/list-dataset-graders.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type StartedRuns, startRuns } from "../start-runs.ts";
import { runOptionFields } from "./options/run-options.ts";

const startNewestInput = z.object({
  /** The same key starts the same runs once. */
  requestKey: z.string().min(8).max(100),
  name: z.string().trim().max(200).default(""),
  datasetId: idSchema,
  modelIds: z.array(idSchema).min(1, "Choose at least one model.").max(20, "Choose at most 20 models."),
  splits: z.array(splitSchema).max(3).default([]),
  ...runOptionFields,
});
export type StartNewestInput = z.input<typeof startNewestInput>;

/** Starts runs of what is newest: the dataset's last published version, each model's last version, the dataset's own graders. */
export async function startNewest(ctx: Context, input: StartNewestInput): Promise<StartedRuns> {
  requireRole(ctx, "editor", "start runs");
  const { datasetId, modelIds, ...rest } = parseInput(startNewestInput, input);
  const graders = await listDatasetGraders(ctx, { datasetId });
  const [datasetVersionId, modelVersionIds] = await Promise.all([
    newestDatasetVersion(ctx, datasetId),
    newestModelVersions(ctx, modelIds),
  ]);
  if (graders.length === 0) {
    throw new AppError(
      "conflict",
      "The dataset has no graders of its own. Choose them on the dataset's graders page.",
    );
  }
  const graderVersionIds = graders.map(({ versionId }) => versionId);
  return await startRuns(ctx, { ...rest, datasetVersionId, modelVersionIds, graderVersionIds });
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
    throw new AppError("not-found", "One of the models is not in this workspace. Choose again.");
  });
}
