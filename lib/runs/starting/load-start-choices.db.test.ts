import { beforeAll, expect, test } from "vitest";
import { newId } from "#lib/ids/new-id.ts";
import { updateModel } from "#lib/models/update-model.ts";
import { publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { loadStartChoices } from "./load-start-choices.ts";

let workspace: TestWorkspace;
let datasetId: string;
let model: Awaited<ReturnType<typeof serverModel>>;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ({ datasetId } = await publishedDataset(workspace.ctx, [
    { key: "a", input: { question: "A" }, expected: "yes", split: "tuning" },
    { key: "b", input: { question: "B" }, expected: "no", split: "held_out" },
    { key: "c", input: { question: "C" }, expected: "yes", split: "held_out" },
  ]));
  model = await serverModel(workspace.ctx, { baseUrl: "http://127.0.0.1:9/v1" });
});

test("before a dataset is chosen there is only what to choose from", async () => {
  const choices = await loadStartChoices(workspace.ctx, {});
  expect(choices).toMatchObject({ chosen: null, chosenModelVersionIds: [] });
  expect(choices.datasets.map((dataset) => dataset.id)).toEqual([datasetId]);
  expect(choices.models).toMatchObject([{ versionId: model.versionId, isLatest: true, problems: [] }]);
});

test("a chosen dataset tells its splits and proposes graders where it has none", async () => {
  const { chosen } = await loadStartChoices(workspace.ctx, { datasetId });
  expect(chosen).toMatchObject({
    versionNumber: 1,
    caseCounts: { tuning: 1, held_out: 2, fresh: 0 },
    ownGraders: [],
    proposals: [{ name: "Exact match" }],
  });
});

test("the prompt of a chosen model is checked against the dataset", async () => {
  const { models } = await loadStartChoices(workspace.ctx, { datasetId, modelIds: [model.modelId] });
  expect(models[0]?.problems).toHaveLength(1);
  expect(models[0]?.problems[0]).toContain("{{input.text}}");
});

test("what is known of the chosen models comes along, for the estimate", async () => {
  const { outlooks, models, month } = await loadStartChoices(workspace.ctx, {
    datasetId,
    modelIds: [model.modelId],
  });
  expect(models[0]?.price).toMatchObject({ inputPrice: 1_000_000, source: "model" });
  expect(outlooks).toMatchObject([{ versionId: model.versionId, lane: model.connectionId, concurrency: 8 }]);
  expect(month).toMatchObject({ budgetMicroUsd: null, spentMicroUsd: 0 });
});

test("an older version can be chosen by its id, beside the latest", async () => {
  const latest = await updateModel(workspace.ctx, {
    modelId: model.modelId,
    name: `Model ${newId()}`,
    config: {
      provider: "connection",
      connectionId: model.connectionId,
      providerModel: "fake-large",
      messages: [{ role: "user", content: "{{input.question}}" }],
    },
  });
  const byVersion = await loadStartChoices(workspace.ctx, { datasetId, modelIds: [model.versionId] });
  expect(byVersion.chosenModelVersionIds).toEqual([model.versionId]);
  expect(byVersion.models.map((choice) => choice.isLatest)).toEqual([false, true]);
  const byModel = await loadStartChoices(workspace.ctx, { datasetId, modelIds: [model.modelId] });
  expect(byModel.chosenModelVersionIds).toEqual([latest.versionId]);
});

test("refuses another workspace", async () => {
  const choices = await loadStartChoices(workspace.otherCtx, { datasetId, modelIds: [model.versionId] });
  expect(choices).toMatchObject({
    datasets: [],
    models: [],
    chosenModelVersionIds: [],
    chosen: null,
    outlooks: [],
  });
});
