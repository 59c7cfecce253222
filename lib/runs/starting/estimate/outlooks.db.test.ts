import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { updateModel } from "#lib/models/update-model.ts";
import { gradedRun } from "#lib/runs/testing/graded-run.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { loadOutlookBefore, loadOutlooks } from "./load-outlooks.ts";

let workspace: TestWorkspace;
let run: Awaited<ReturnType<typeof gradedRun>>;
let versionId: string;
let modelId: string;
let connectionId: string;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  run = await gradedRun(workspace.ctx, [
    ...echoCases(11).map((one) => ({ ...one, verdict: "passed" as const, latencyMs: 200 })),
    { key: "broken", input: { text: "x" }, verdict: "errored" },
  ]);
  const found = await db().run.findUniqueOrThrow({
    where: { id: run.runId },
    select: { modelVersion: { select: { id: true, modelId: true, connectionId: true } } },
  });
  versionId = found.modelVersion.id;
  modelId = found.modelVersion.modelId;
  connectionId = found.modelVersion.connectionId ?? "";
});

const later = () => ({ ...workspace.ctx, now: new Date(Date.now() + 60_000) });
const basisOf = async (id: string, datasetId: string) =>
  (await loadOutlooks(later(), { versionIds: [id], datasetId }))[0]?.basis;

describe("what an estimate rests on", () => {
  test("answers of the same version on the same dataset; errors are no answers", async () => {
    expect(await basisOf(versionId, run.datasetId)).toEqual({
      kind: "version-on-dataset",
      history: {
        answered: 11,
        counted: 11,
        promptTokens: { mean: 10, sd: 0 },
        completionTokens: { mean: 5, sd: 0 },
        cachedTokens: 0,
        latencyMs: 200,
      },
    });
  });

  test("else of another version of the model there, else of the model on another dataset", async () => {
    const next = await updateModel(workspace.ctx, {
      modelId,
      name: `Model ${newId()}`,
      config: {
        provider: "connection",
        connectionId,
        providerModel: "fake-large",
        messages: [{ role: "user", content: "{{input.text}}" }],
      },
    });
    const other = await publishedDataset(workspace.ctx, echoCases(1));
    expect(await basisOf(next.versionId, run.datasetId)).toMatchObject({ kind: "model-on-dataset" });
    expect(await basisOf(next.versionId, other.datasetId)).toMatchObject({ kind: "model-elsewhere" });
  });

  test("else the length of the prompts; a prompt that no case can fill leaves nothing", async () => {
    const fresh = await serverModel(workspace.ctx, { baseUrl: "http://127.0.0.1:9/v1" });
    const dataset = await publishedDataset(workspace.ctx, [
      { key: "a", input: { text: "12345678" } },
      { key: "b", input: { text: "1234" } },
      { key: "c", input: { question: "no text" } },
    ]);
    expect(await basisOf(fresh.versionId, dataset.datasetId)).toEqual({
      kind: "characters",
      promptCharacters: 6,
      maxTokens: null,
    });
    const unfit = await publishedDataset(workspace.ctx, [{ key: "a", input: { question: "?" } }]);
    expect(await basisOf(fresh.versionId, unfit.datasetId)).toEqual({ kind: "nothing" });
  });

  test("for a run that was started: only what was known before it", async () => {
    const price = { inputPrice: 1, outputPrice: 2, cachedInputPrice: null, source: "model" };
    const { createdAt } = await db().run.findUniqueOrThrow({ where: { id: run.runId } });
    const of = { versionId, datasetId: run.datasetId, price };
    const before = await loadOutlookBefore(workspace.ctx, { ...of, createdAt });
    expect(before?.basis.kind).toBe("characters");
    const after = await loadOutlookBefore(workspace.ctx, {
      ...of,
      createdAt: new Date(createdAt.getTime() + 1),
    });
    expect(after).toMatchObject({ basis: { kind: "version-on-dataset" }, price });
  });

  test("refuses another workspace", async () => {
    const theirs = await loadOutlooks(workspace.otherCtx, {
      versionIds: [versionId],
      datasetId: run.datasetId,
    });
    expect(theirs).toEqual([]);
  });
});
