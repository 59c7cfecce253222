import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { judgedRun } from "#lib/runs/testing/judged-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { setMonthlyBudget } from "#lib/workspaces/budget/set-monthly-budget.ts";
import { weighModels } from "../board/weigh-models.ts";
import { weighable } from "../testing/weighable.ts";
import { listNextRuns } from "./list-next-runs.ts";
import { listUnderWay } from "./list-under-way.ts";
import { planNextRun } from "./plan-next-run.ts";
import { startNextRun } from "./start-next-run.ts";

let workspace: TestWorkspace;
let ctx: Context;
let things: Awaited<ReturnType<typeof weighable>>;
let open: { modelId: string; versionId: string; runId: string };
let fresh: { modelId: string; versionId: string };

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
  things = await weighable(ctx);
  const model = await things.addModel("open");
  const run = await things.addRun(model.versionId, { passes: 51, costMicroUsd: 5 });
  open = { ...model, runId: run.id };
  fresh = await things.addModel("fresh");
});

const pinsOf = (id: string) =>
  db().run.findUniqueOrThrow({
    where: { id },
    select: {
      datasetVersionId: true,
      modelVersionId: true,
      repetitions: true,
      splits: true,
      verdictRule: true,
      graders: { select: { graderVersionId: true } },
    },
  });

describe("starting what a board lacks", () => {
  test("a model without a run is started with the pins of a run on the board, once for each request", async () => {
    const ask = { likeRunId: open.runId, modelId: fresh.modelId, requestKey: newId() };
    const { runIds } = await startNextRun(ctx, ask);
    expect((await startNextRun(ctx, ask)).runIds).toEqual(runIds);
    const [like, started] = [await pinsOf(open.runId), await pinsOf(runIds[0] ?? "")];
    expect(started).toEqual({ ...like, modelVersionId: fresh.versionId });
    const audit = await db().auditEvent.findMany({
      where: { workspaceId: ctx.workspaceId, action: "run.start" },
    });
    expect(audit.filter(({ detail }) => JSON.stringify(detail).includes(runIds[0] ?? "none"))).toHaveLength(
      1,
    );
  });

  test("the model of that run keeps its version and is asked more often", async () => {
    const { runIds } = await startNextRun(ctx, {
      likeRunId: open.runId,
      modelId: open.modelId,
      repetitions: 4,
      requestKey: newId(),
    });
    expect(await pinsOf(runIds[0] ?? "")).toEqual({ ...(await pinsOf(open.runId)), repetitions: 4 });
  });

  test("the plan names dataset, model, cases, graders and what is known of the cost", async () => {
    const plan = await planNextRun(ctx, { likeRunId: open.runId, modelId: open.modelId, repetitions: 3 });
    expect(plan).toMatchObject({
      dataset: { version: 1 },
      model: { version: 1 },
      cases: 60,
      repetitions: 3,
      concurrency: 8,
      budgetMicroUsd: null,
      obstacle: null,
    });
    expect(plan.model.name).toMatch(/^open /);
    expect(plan.graders).toHaveLength(1);
  });

  test("the plan tells what judges would cost beside the answers", async () => {
    const judged = await judgedRun(ctx, {
      cases: 10,
      baseUrl: "http://127.0.0.1:9/v1",
      judge: { baseUrl: "http://127.0.0.1:9/v1" },
      samples: 3,
    });
    const { judging, estimate } = await planNextRun(ctx, {
      likeRunId: judged.runId,
      modelId: judged.modelId,
    });
    expect(judging).toMatchObject([{ calls: 30, costUnknownBecause: null }]);
    expect(judging[0]?.costMicroUsd?.low).toBeGreaterThan(0);
    expect(estimate).not.toBeNull();
    const plain = await planNextRun(ctx, { likeRunId: open.runId, modelId: open.modelId });
    expect(plain.judging).toEqual([]);
  });

  test("runs under way and models without a run are listed; a run that is there is not offered again", async () => {
    const another = await things.addModel("another");
    const underWay = await listUnderWay(ctx, things.datasetId);
    const { candidates } = await weighModels(ctx, { datasetId: things.datasetId });
    const next = await listNextRuns(ctx, { datasetId: things.datasetId, underWay, candidates });
    expect(next.underWay.map(({ model }) => model.id)).toContain(fresh.modelId);
    const unmeasured = next.unmeasured.map(({ id }) => id);
    expect(unmeasured).toContain(another.modelId);
    expect(unmeasured).not.toContain(fresh.modelId);
    expect(unmeasured).not.toContain(open.modelId);
    expect(next.newer).toEqual([]);
  });

  test("a newer run of a model is named for a board of chosen runs", async () => {
    const newer = await things.addRun(open.versionId, { passes: 52, costMicroUsd: 5 });
    const { candidates } = await weighModels(ctx, { datasetId: things.datasetId, runIds: [open.runId] });
    const next = await listNextRuns(ctx, { datasetId: things.datasetId, underWay: [], candidates });
    expect(next.newer).toMatchObject([{ id: newer.id, insteadOf: open.runId }]);
  });
});

describe("refusals", () => {
  const ask = () => ({ likeRunId: open.runId, modelId: fresh.modelId, requestKey: newId() });

  test("refuses another workspace", async () => {
    await expect(startNextRun(workspace.otherCtx, ask())).rejects.toThrow("There is no run");
    await expect(planNextRun(workspace.otherCtx, ask())).rejects.toThrow("There is no run");
    const foreign = await weighable(workspace.otherCtx);
    const { modelId } = await foreign.addModel("foreign");
    await expect(startNextRun(ctx, { ...ask(), modelId })).rejects.toThrow("There is no model");
    expect(await listUnderWay(workspace.otherCtx, things.datasetId)).toEqual([]);
    const none = await listNextRuns(workspace.otherCtx, {
      datasetId: things.datasetId,
      underWay: [],
      candidates: [],
    });
    expect(none.newer).toEqual([]);
  });

  test("refuses without permission", async () => {
    await expect(startNextRun(workspace.ctxWithRole("viewer"), ask())).rejects.toThrow("role editor");
    await expect(planNextRun(workspace.ctxWithRole("reviewer"), ask())).rejects.toThrow("role editor");
  });

  test("a budget that cannot pay says so in one sentence", async () => {
    await setMonthlyBudget(workspace.ctxWithRole("admin"), { budgetMicroUsd: 1 });
    await db().workspaceSpending.create({
      data: {
        workspaceId: ctx.workspaceId,
        month: new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth(), 1)),
        costMicroUsd: 2n,
      },
    });
    const { obstacle } = await planNextRun(ctx, ask());
    expect(obstacle).toContain("budget of this workspace is used up");
    await expect(startNextRun(ctx, ask())).rejects.toThrow(obstacle ?? "never");
  });
});
