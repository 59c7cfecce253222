import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { savePrice } from "#lib/models/prices/save-price.ts";
import { gradeAgain } from "#lib/runs/control/grading/grade-again.ts";
import { rerun } from "#lib/runs/control/rerun.ts";
import { judgedRun, passVerdict } from "#lib/runs/testing/judged-run.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { setMonthlyBudget } from "#lib/workspaces/budget/set-monthly-budget.ts";
import { executeShard } from "../execute-shard.ts";

let model: FakeModelServer;
let judge: FakeModelServer;
let ctx: Context;
const never = new AbortController().signal;

beforeAll(async () => {
  model = await startFakeModelServer();
  judge = await startFakeModelServer({ behaviour: { kind: "answer", answer: passVerdict } });
});
afterAll(async () => {
  await model.close();
  await judge.close();
});
beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
});

const execute = async (runId: string) => await executeShard(ctx, { runId, index: 0 }, newId(), never);
const start = async (cases: number) =>
  await judgedRun(ctx, {
    cases,
    baseUrl: model.baseUrl,
    judge: { baseUrl: judge.baseUrl, maxConcurrency: 2 },
  });
const shardOf = async (runId: string) => await db().runShard.findFirstOrThrow({ where: { runId } });

describe("budgets while only judging costs", () => {
  async function freeAnswers() {
    const { runId } = await start(60);
    await db().run.update({ where: { id: runId }, data: { inputPrice: 0, outputPrice: 0 } });
    return runId;
  }

  test.each([
    ["of the run", /run's budget of \$0\.002.* is used up/],
    ["of the month", /budget for this month of \$0\.002.* is used up/],
  ])("the budget %s stops it before all is judged, with every answer kept", async (which, reason) => {
    const runId = await freeAnswers();
    if (which === "of the run") {
      await db().run.update({ where: { id: runId }, data: { budgetMicroUsd: 2_000 } });
    } else {
      await setMonthlyBudget(ctx, { budgetMicroUsd: 2_000 });
    }
    expect(await execute(runId)).toBe("stopped");
    const run = await db().run.findUniqueOrThrow({ where: { id: runId } });
    expect(run).toMatchObject({ state: "paused", stateReason: expect.stringMatching(reason) });
    const shard = await shardOf(runId);
    expect(shard.costMicroUsd).toBe(0n);
    expect(shard.judgeCostMicroUsd).toBeGreaterThanOrEqual(2_000n);
    expect(shard.judgeCalls).toBeLessThan(60);
    const [month] = await db().workspaceSpending.findMany({ where: { workspaceId: ctx.workspaceId } });
    expect(month?.costMicroUsd).toBe(shard.judgeCostMicroUsd);
  });
});

describe("the prices of judges", () => {
  const priceOf = async (inputPrice: number) =>
    await savePrice(ctx, {
      providerModel: "fake-small",
      validFrom: "2026-01-01",
      inputPrice,
      outputPrice: inputPrice,
    });

  test("are pinned when the run is started: a price that is changed afterwards changes no bill", async () => {
    const first = await start(4);
    // From here on only the price list of the workspace says what the judge costs.
    await db().modelVersion.update({
      where: { id: first.judge.versionId },
      data: { inputPrice: null, outputPrice: null },
    });
    const cheap = await priceOf(1_000_000);
    const started = await rerun(ctx, { runId: first.runId, requestKey: newId() });
    const [runId = ""] = started.runIds;
    await savePrice(ctx, {
      ...cheap.price,
      priceId: cheap.price.id,
      inputPrice: 50_000_000,
      outputPrice: 50_000_000,
    });
    expect(await execute(runId)).toBe("done");
    const grades = await db().grade.findMany({
      where: { runId, graderVersionId: first.judgeVersionId },
      select: { usage: true, costMicroUsd: true },
    });
    expect(grades).toHaveLength(4);
    for (const { usage, costMicroUsd } of grades) {
      const { promptTokens, completionTokens } = Object(usage);
      expect(costMicroUsd).toBe(promptTokens + completionTokens);
    }

    // Grading again asks the same judge at the price that this run knows, and a new run pays the new one.
    await finishRun(ctx, runId);
    await db().grade.updateMany({
      where: { runId, graderVersionId: first.judgeVersionId },
      data: { status: "unscored", score: null, passed: null },
    });
    const before = await shardOf(runId);
    await gradeAgain(ctx, { runId });
    await execute(runId);
    const after = await shardOf(runId);
    expect(after.judgeCostMicroUsd - before.judgeCostMicroUsd).toBe(before.judgeCostMicroUsd);
    const again = await rerun(ctx, { runId, requestKey: newId() });
    const [dear = ""] = again.runIds;
    await execute(dear);
    expect((await shardOf(dear)).judgeCostMicroUsd).toBe(50n * before.judgeCostMicroUsd);
  });

  test("of a run from before they were pinned are those of its start", async () => {
    const { runId } = await start(2);
    await db().run.update({ where: { id: runId }, data: { judgePrices: {} } });
    expect(await execute(runId)).toBe("done");
    expect((await shardOf(runId)).judgeCostMicroUsd).toBeGreaterThan(0n);
  });
});
