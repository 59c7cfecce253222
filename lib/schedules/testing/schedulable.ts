import type { Context } from "#lib/context/context.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";

/** The content of a schedule that can start: a published dataset with a grader, and a model. */
export async function schedulable(ctx: Context) {
  const { datasetId, versionId } = await publishedDataset(ctx, echoCases(2));
  const model = await serverModel(ctx, { baseUrl: "http://127.0.0.1:9/v1" });
  const grader = await createGrader(ctx, { name: `Exact ${newId()}`, kind: "exact-match" });
  await setDatasetGraders(ctx, { datasetId, graderIds: [grader.id] });
  return {
    content: {
      name: `Schedule ${newId()}`,
      datasetId,
      modelIds: [model.modelId],
      cron: "0 2 * * *",
      timeZone: "Europe/Berlin",
    },
    versionId,
    modelVersionId: model.versionId,
    graderVersionId: grader.versionId,
  };
}
