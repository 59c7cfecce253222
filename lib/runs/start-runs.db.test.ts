import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { archiveModel } from "#lib/models/archive-model.ts";
import { createModel } from "#lib/models/create-model.ts";
import { savePrice } from "#lib/models/prices/save-price.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { cancelRun } from "./control/cancel-run.ts";
import { getRunProgress } from "./get-run-progress.ts";
import { type StartRunsInput, startRuns } from "./start-runs.ts";

let workspace: TestWorkspace;
let input: Omit<StartRunsInput, "requestKey">;
const baseUrl = "http://127.0.0.1:9/v1";

beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  const cases = echoCases(1_500).map((one, i) => ({ ...one, split: i < 1_100 ? "held-out" : "tuning" }));
  const { versionId } = await publishedDataset(ctx, cases);
  const models = [
    await serverModel(ctx, { baseUrl }),
    await serverModel(ctx, { baseUrl, maxConcurrency: 3 }),
  ];
  const grader = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
  input = {
    datasetVersionId: versionId,
    modelVersionIds: models.map((model) => model.versionId),
    graderVersionIds: [grader.versionId],
  };
});

describe("starting", () => {
  test("one run for each model, numbered in a row, cut into shards that cover every case once, with a job for each", async () => {
    const { runIds } = await startRuns(workspace.ctx, { ...input, requestKey: newId() });
    const runs = await db().run.findMany({
      where: { id: { in: runIds } },
      include: { shards: true },
      orderBy: { number: "asc" },
    });
    expect(runs.map((run) => run.planned)).toEqual([1_500, 1_500]);
    expect((runs[1]?.number ?? 0) - (runs[0]?.number ?? 0)).toBe(1);
    expect(runs.map((run) => run.concurrency)).toEqual([8, 3]);
    const shards = (runs[0]?.shards ?? []).toSorted((a, b) => a.index - b.index);
    expect(shards.map((shard) => [shard.planned, shard.firstPosition, shard.lastPosition])).toEqual([
      [1_000, 1, 1_000],
      [500, 1_001, 1_500],
    ]);
    const jobs = await db().$queryRaw<{ n: number }[]>`
      select count(*)::int as n from pgboss.job where name = 'execute-shard' and data->>'runId' = any(${runIds})`;
    expect(jobs[0]?.n).toBe(4);
    const audit = await db().auditEvent.count({
      where: { workspaceId: workspace.ctx.workspaceId, action: "run.start" },
    });
    expect(audit).toBe(1);
  });

  test("options are pinned with the prices of this moment; a shard holds about a thousand attempts", async () => {
    const options = {
      repetitions: 3,
      useCache: true,
      budgetMicroUsd: 2_500_000,
      priority: "high",
      maxTries: 2,
    } as const;
    const { runIds } = await startRuns(workspace.ctx, { ...input, ...options, requestKey: newId() });
    const run = await db().run.findUniqueOrThrow({
      where: { id: runIds[0] ?? "" },
      include: { shards: { orderBy: { index: "asc" } } },
    });
    expect(run).toMatchObject({ ...options, budgetMicroUsd: 2_500_000n, planned: 4_500 });
    expect(run).toMatchObject({ inputPrice: 1_000_000, outputPrice: 2_000_000, priceSource: "model" });
    expect(run.shards.map((shard) => shard.planned)).toEqual([999, 999, 999, 999, 504]);
    expect((await getRunProgress(workspace.ctx, run.id)).planned).toBe(4_500);
    const [job] = await db().$queryRaw<{ priority: number }[]>`
      select priority from pgboss.job where name = 'execute-shard' and data->>'runId' = ${run.id} limit 1`;
    expect(job?.priority).toBe(1);
  });

  test("a price that nobody has entered is unknown, and the workspace's is pinned once there is one", async () => {
    const { ctx } = workspace;
    const { connectionId } = await serverModel(ctx, { baseUrl });
    const providerModel = `model-${newId()}`;
    const { versionId } = await createModel(ctx, {
      name: `Model ${newId()}`,
      config: {
        provider: "connection",
        connectionId,
        providerModel,
        messages: [{ role: "user", content: "{{input.text}}" }],
      },
    });
    const start = async () => {
      const { runIds } = await startRuns(ctx, {
        ...input,
        modelVersionIds: [versionId],
        requestKey: newId(),
      });
      return await db().run.findUniqueOrThrow({ where: { id: runIds[0] ?? "" } });
    };
    const before = await start();
    expect(before).toMatchObject({ inputPrice: null, outputPrice: null, priceSource: null });
    await savePrice(ctx, {
      providerModel,
      validFrom: "2026-01-01",
      inputPrice: 5,
      outputPrice: 0,
      cachedInputPrice: 1,
    });
    expect(await start()).toMatchObject({
      inputPrice: 5,
      outputPrice: 0,
      cachedInputPrice: 1,
      priceSource: "workspace list",
    });
    expect(await db().run.findUnique({ where: { id: before.id } })).toMatchObject({ inputPrice: null });
  });

  test.each([
    [{ repetitions: 0 }, "at least once"],
    [{ repetitions: 101 }, "at most 100 times"],
    [{ repetitions: 1.5 }, "whole number"],
    [{ budgetMicroUsd: 0 }, "more than nothing"],
    [{ maxTries: 0 }, "at least once"],
  ])("refuses %j", async (options, words) => {
    const start = startRuns(workspace.ctx, { ...input, ...options, requestKey: newId() });
    await expect(start).rejects.toThrow(words);
  });

  test("only the chosen splits are planned, and a split without cases is refused", async () => {
    const { runIds } = await startRuns(workspace.ctx, { ...input, requestKey: newId(), splits: ["tuning"] });
    expect((await getRunProgress(workspace.ctx, runIds[0] ?? "")).planned).toBe(400);
    const none = startRuns(workspace.ctx, { ...input, requestKey: newId(), splits: ["fresh"] });
    await expect(none).rejects.toThrow("has no cases in the chosen splits");
  });

  test("two clicks at the same moment start the runs once", async () => {
    const requestKey = newId();
    const clicks = await Promise.all(
      Array.from({ length: 4 }, () => startRuns(workspace.ctx, { ...input, requestKey })),
    );
    expect(new Set(clicks.map((click) => click.experimentId)).size).toBe(1);
    expect(await db().experiment.count({ where: { requestKey } })).toBe(1);
    expect(await db().run.count({ where: { experimentId: clicks[0]?.experimentId ?? "" } })).toBe(2);
  });

  test("refuses another workspace's dataset, model and grader, and leaves nothing behind", async () => {
    const requestKey = newId();
    await expect(startRuns(workspace.otherCtx, { ...input, requestKey })).rejects.toThrow(
      "There is no dataset version",
    );
    const foreign = await createTestWorkspace();
    const theirs = await publishedDataset(foreign.ctx, echoCases(1));
    const own = { ...input, datasetVersionId: theirs.versionId, requestKey };
    await expect(startRuns(foreign.ctx, own)).rejects.toThrow("does not exist in this workspace");
    expect(await db().experiment.count({ where: { requestKey } })).toBe(0);
  });

  test("refuses without permission", async () => {
    const start = startRuns(workspace.ctxWithRole("reviewer"), { ...input, requestKey: newId() });
    await expect(start).rejects.toThrow("You need the role editor to start runs");
  });

  test("refuses an archived model by name", async () => {
    const model = await serverModel(workspace.ctx, { baseUrl });
    await archiveModel(workspace.ctx, { modelId: model.modelId });
    const start = startRuns(workspace.ctx, {
      ...input,
      modelVersionIds: [model.versionId],
      requestKey: newId(),
    });
    await expect(start).rejects.toThrow(/The model .* is archived/);
  });
});

describe("cancelling", () => {
  test("a run that nobody works on yet has nothing left to do; a second cancel changes nothing", async () => {
    const { runIds } = await startRuns(workspace.ctx, { ...input, requestKey: newId() });
    const [runId = ""] = runIds;
    await cancelRun(workspace.ctx, { runId });
    await cancelRun(workspace.ctx, { runId });
    expect(await db().runShard.count({ where: { runId, state: { not: "done" } } })).toBe(0);
    const jobs = await db().$queryRaw<{ n: number }[]>`
      select count(*)::int as n from pgboss.job where name = 'finish-run' and data->>'runId' = ${runId}`;
    expect(jobs[0]?.n).toBe(1);
  });

  test("refuses another workspace and a viewer", async () => {
    const { runIds } = await startRuns(workspace.ctx, { ...input, requestKey: newId() });
    const [runId = ""] = runIds;
    await expect(cancelRun(workspace.otherCtx, { runId })).rejects.toThrow("There is no run");
    await expect(cancelRun(workspace.ctxWithRole("viewer"), { runId })).rejects.toThrow(
      "You need the role editor",
    );
    await expect(getRunProgress(workspace.otherCtx, runId)).rejects.toThrow("There is no run");
  });
});
