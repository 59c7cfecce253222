import { type RecordedAttempt, recordedRun } from "#lib/comparisons/testing/recorded-run.ts";
import type { Context } from "#lib/context/context.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createModel } from "#lib/models/create-model.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";

export type RunOfModel = { passes: number; costMicroUsd: number | null; latencyMs?: number };

const caseCount = 60;

/** A dataset of 60 cases, a grader and a connection, and runs of named models on it with as many passes as told. */
export async function weighable(ctx: Context) {
  const { datasetId, versionId } = await publishedDataset(ctx, echoCases(caseCount));
  const grader = await createGrader(ctx, { name: `Exact ${newId()}`, kind: "exact-match" });
  const { connectionId } = await serverModel(ctx, { baseUrl: "http://127.0.0.1:9/v1" });

  async function addModel(name: string) {
    const model = await createModel(ctx, {
      name: `${name} ${newId()}`,
      config: {
        provider: "connection",
        connectionId,
        providerModel: name,
        messages: [{ role: "user", content: "{{input.text}}" }],
        inputPrice: 1_000_000,
        outputPrice: 2_000_000,
      },
    });
    return { modelId: model.id, versionId: model.versionId };
  }

  async function addRun(modelVersionId: string, { passes, costMicroUsd, latencyMs = 100 }: RunOfModel) {
    const attempts = echoCases(caseCount).map(({ key }, index): [string, RecordedAttempt] => [
      key,
      {
        verdict: index < passes ? "passed" : "failed",
        // Costs that are all alike would have an interval of no width.
        costMicroUsd: costMicroUsd === null ? null : costMicroUsd + (index % 3),
        latencyMs: latencyMs + index,
      },
    ]);
    return await recordedRun(ctx, {
      datasetVersionId: versionId,
      modelVersionId,
      graderVersionIds: [grader.versionId],
      attempts: Object.fromEntries(attempts),
      finishedAt: new Date(),
    });
  }

  return { datasetId, graderId: grader.id, connectionId, addModel, addRun };
}
