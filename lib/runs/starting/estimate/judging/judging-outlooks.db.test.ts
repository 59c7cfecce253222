import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { executeShard } from "#lib/runs/execution/execute-shard.ts";
import { startRuns } from "#lib/runs/start-runs.ts";
import { judgedRun, passVerdict } from "#lib/runs/testing/judged-run.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { setMonthlyBudget } from "#lib/workspaces/budget/set-monthly-budget.ts";
import { loadOutlooks } from "../load-outlooks.ts";
import { estimateJudging } from "./estimate-judging.ts";
import { loadJudgingOutlooks } from "./load-judging-outlooks.ts";

let model: FakeModelServer;
let judge: FakeModelServer;
let workspace: TestWorkspace;
let ctx: Context;
const cases = 12;

beforeAll(async () => {
  model = await startFakeModelServer();
  judge = await startFakeModelServer({ behaviour: { kind: "answer", answer: passVerdict } });
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});
afterAll(async () => {
  await model.close();
  await judge.close();
});

const start = async (samples: number) =>
  await judgedRun(ctx, { cases, samples, baseUrl: model.baseUrl, judge: { baseUrl: judge.baseUrl } });
const outlooksOf = async (by: Context, graderVersionId: string, datasetId: string) =>
  await loadJudgingOutlooks(by, { graderVersionIds: [graderVersionId], datasetId });

describe("what the estimate of judging rests on", () => {
  test("before anything was judged: the prompts as they are sent, votes included, and nobody is asked", async () => {
    const before = judge.requests();
    const { judgeVersionId, datasetId, runId } = await start(3);
    const [outlook] = await outlooksOf(ctx, judgeVersionId, datasetId);
    expect(judge.requests()).toBe(before);
    const basis = outlook?.basis;
    if (basis?.kind !== "prompts") throw new Error("The prompts were not counted.");
    expect(outlook).toMatchObject({ callsPerAnswer: 3, prices: [{ inputPrice: 1_000_000 }] });
    expect(basis).toMatchObject({ cases, judges: [{ calls: 3, answers: 3, maxTokens: null }] });

    // What is sent in the end is what was counted, with the answer in its place.
    await executeShard(ctx, { runId, index: 0 }, newId(), new AbortController().signal);
    const { messages } = Object(judge.lastBody());
    const sent = messages.reduce((sum: number, { content }: { content: string }) => sum + content.length, 0);
    const counted =
      (basis.judges[0]?.characters ?? 0) / 3 + ((basis.judges[0]?.answers ?? 0) / 3) * "answer".length;
    expect(Math.abs(sent - counted)).toBeLessThan(20);
  });

  test("afterwards: the judged answers of the dataset, whose bill falls into the range; else those of another", async () => {
    const { judgeVersionId, datasetId, runId, versionId, datasetVersionId } = await start(1);
    await executeShard(ctx, { runId, index: 0 }, newId(), new AbortController().signal);
    const [outlook] = await outlooksOf(ctx, judgeVersionId, datasetId);
    expect(outlook?.basis).toMatchObject({ kind: "on-dataset", history: { counted: cases } });
    const [{ basis } = { basis: { kind: "nothing" as const } }] = await loadOutlooks(ctx, {
      versionIds: [versionId],
      datasetId,
    });
    if (outlook === undefined) throw new Error("There is no outlook.");
    const estimate = estimateJudging(outlook, basis, { cases, repetitions: 1 });
    const { judgeCostMicroUsd } = await db().runShard.findFirstOrThrow({ where: { runId } });
    expect(Number(judgeCostMicroUsd)).toBeGreaterThan(estimate.costMicroUsd?.low ?? Number.NaN);
    expect(Number(judgeCostMicroUsd)).toBeLessThan(estimate.costMicroUsd?.high ?? Number.NaN);

    const other = await publishedDataset(ctx, echoCases(2));
    const [elsewhere] = await outlooksOf(ctx, judgeVersionId, other.datasetId);
    expect(elsewhere?.basis).toMatchObject({ kind: "elsewhere", history: { counted: cases } });

    // The budget of the month counts judging before the start too: answers alone would fit into what is left.
    const [month] = await db().workspaceSpending.findMany({ where: { workspaceId: ctx.workspaceId } });
    await setMonthlyBudget(ctx, { budgetMicroUsd: Number(month?.costMicroUsd ?? 0n) + 500 });
    const again = { requestKey: newId(), datasetVersionId, modelVersionIds: [versionId] };
    await expect(startRuns(ctx, { ...again, graderVersionIds: [judgeVersionId] })).rejects.toThrow(
      /cannot pay this/,
    );
    await setMonthlyBudget(ctx, { budgetMicroUsd: null });
  });

  test("graders that ask nobody are left out, and another workspace learns nothing", async () => {
    const { judgeVersionId, datasetId, graderVersionId } = await start(1);
    expect(await outlooksOf(ctx, graderVersionId, datasetId)).toEqual([]);
    expect(await outlooksOf(workspace.otherCtx, judgeVersionId, datasetId)).toEqual([]);
  });

  test("a webhook makes calls that are not billed here", async () => {
    const hook = await createGrader(ctx, {
      name: `Hook ${newId()}`,
      kind: "webhook",
      config: { url: "http://127.0.0.1:9/grade", secretId: null, timeoutSeconds: 5 },
    });
    const { datasetId } = await publishedDataset(ctx, echoCases(1));
    const [outlook] = await outlooksOf(ctx, hook.versionId, datasetId);
    expect(outlook).toMatchObject({ callsPerAnswer: 1, prices: [] });
  });
});
