import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { RunState } from "#lib/db/generated/client.ts";
import { newId } from "#lib/ids/new-id.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { monthOf } from "#lib/workspaces/budget/month.ts";
import { gradedRun } from "../testing/graded-run.ts";
import { auditActions, dropJobs, waitingJobs } from "../testing/run-rows.ts";
import { cancelRun } from "./cancel-run.ts";
import { changeBudget } from "./change-budget.ts";
import { changePriority } from "./change-priority.ts";
import { addGraders } from "./grading/add-graders.ts";
import { gradeAgain } from "./grading/grade-again.ts";
import { pauseRun } from "./pause-run.ts";
import { rerun } from "./rerun.ts";
import { resumeRun } from "./resume-run.ts";
import { retryErrored } from "./retry-errored.ts";

let workspace: TestWorkspace;
let ctx: Context;
const baseUrl = "http://127.0.0.1:9/v1";

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

const queuedRun = async (count = 3) => (await startedRun(ctx, { cases: echoCases(count), baseUrl })).runId;
const runOf = async (runId: string) => await db().run.findUniqueOrThrow({ where: { id: runId } });
const shardsOf = async (runId: string) =>
  await db().runShard.findMany({ where: { runId }, orderBy: { index: "asc" } });
const setState = async (runId: string, state: RunState, stateReason: string | null = null) =>
  await db().run.update({ where: { id: runId }, data: { state, stateReason } });
const pay = async (runId: string, costMicroUsd: number) =>
  await db().runShard.updateMany({ where: { runId, index: 0 }, data: { costMicroUsd } });

describe("every verb", () => {
  const verbs: [string, (by: Context, runId: string) => Promise<unknown>][] = [
    ["pause", (by, runId) => pauseRun(by, { runId })],
    ["resume", (by, runId) => resumeRun(by, { runId })],
    ["cancel", (by, runId) => cancelRun(by, { runId })],
    ["retry", (by, runId) => retryErrored(by, { runId })],
    ["grade again", (by, runId) => gradeAgain(by, { runId })],
    ["add graders", (by, runId) => addGraders(by, { runId, graderIds: [newId()] })],
    ["change priority", (by, runId) => changePriority(by, { runId, priority: "high" })],
    ["change budget", (by, runId) => changeBudget(by, { runId, budgetMicroUsd: 1_000 })],
    ["re-run", (by, runId) => rerun(by, { runId, requestKey: newId() })],
  ];
  test.each(verbs)("%s refuses another workspace and without permission", async (_name, verb) => {
    const runId = await queuedRun(1);
    await expect(verb(workspace.otherCtx, runId)).rejects.toThrow("There is no run");
    await expect(verb(workspace.ctxWithRole("reviewer"), runId)).rejects.toThrow("You need the role editor");
    expect((await runOf(runId)).state).toBe("queued");
    expect(await auditActions(runId)).toEqual([]);
  });
});

describe("pausing and resuming", () => {
  test("a paused run keeps its shards; resumed, each that is not done is offered again, once however often it is pressed", async () => {
    const runId = await queuedRun(2_500);
    await Promise.all([pauseRun(ctx, { runId }), pauseRun(ctx, { runId })]);
    expect(await runOf(runId)).toMatchObject({ state: "paused", stateReason: null });
    await dropJobs(runId);
    await db().runShard.updateMany({ where: { runId, index: 1 }, data: { state: "done" } });

    await Promise.all([resumeRun(ctx, { runId }), resumeRun(ctx, { runId }), resumeRun(ctx, { runId })]);
    expect((await runOf(runId)).state).toBe("queued");
    expect((await waitingJobs(runId)).map(({ index }) => index)).toEqual([0, 2]);
    expect(await auditActions(runId)).toEqual(["run.pause", "run.resume"]);
  });

  test("a run that stopped on an error is taken up without its reason and its end", async () => {
    const runId = await queuedRun();
    await db().run.update({
      where: { id: runId },
      data: {
        state: "failed",
        stateReason: "The key was revoked.",
        startedAt: new Date(5),
        finishedAt: new Date(),
      },
    });
    await resumeRun(ctx, { runId });
    expect(await runOf(runId)).toMatchObject({
      state: "queued",
      stateReason: null,
      startedAt: new Date(5),
      finishedAt: null,
    });
  });

  test("paused between its last answer and its scorecard, a run gets the scorecard when it is resumed", async () => {
    const runId = await queuedRun();
    await db().runShard.updateMany({ where: { runId }, data: { state: "done" } });
    await pauseRun(ctx, { runId });
    await resumeRun(ctx, { runId });
    expect(await waitingJobs(runId, "finish-run")).toHaveLength(1);
  });

  test("a used-up budget is told in dollars and must be raised or lifted", async () => {
    const runId = await queuedRun();
    await db().run.update({ where: { id: runId }, data: { budgetMicroUsd: 2_000_000 } });
    await pay(runId, 2_004_000);
    await setState(runId, "paused", "The budget is reached.");
    await expect(resumeRun(ctx, { runId })).rejects.toThrow(
      /Run \d+ has cost \$2\.00, and its budget is \$2\.00\. Give it a higher budget to go on\./,
    );
    await expect(resumeRun(ctx, { runId, budgetMicroUsd: 2_004_000 })).rejects.toThrow("higher budget");
    await expect(resumeRun(ctx, { runId, budgetMicroUsd: -1 })).rejects.toThrow("more than nothing");
    expect((await runOf(runId)).state).toBe("paused");

    await resumeRun(ctx, { runId, budgetMicroUsd: 3_000_000 });
    expect(await runOf(runId)).toMatchObject({ state: "queued", budgetMicroUsd: 3_000_000n });
    await pay(runId, 3_000_000);
    await setState(runId, "paused");
    await resumeRun(ctx, { runId, budgetMicroUsd: null });
    expect(await runOf(runId)).toMatchObject({ state: "queued", budgetMicroUsd: null });
  });

  test("a month that is used up is told with the figures, and keeps nobody from a run that costs nothing", async () => {
    const poor = (await createTestWorkspace()).ctx;
    const { runId } = await startedRun(poor, { cases: echoCases(1), baseUrl });
    await setState(runId, "paused");
    await db().workspace.update({
      where: { id: poor.workspaceId },
      data: { monthlyBudgetMicroUsd: 1_000_000 },
    });
    await db().workspaceSpending.create({
      data: { workspaceId: poor.workspaceId, month: monthOf(poor.now), costMicroUsd: 1_200_000 },
    });
    await expect(resumeRun(poor, { runId })).rejects.toThrow(/used up: \$1\.20 of the \$1\.00 for/);
    expect((await runOf(runId)).state).toBe("paused");
    await db().run.update({ where: { id: runId }, data: { inputPrice: 0, outputPrice: 0 } });
    await resumeRun(poor, { runId });
    expect((await runOf(runId)).state).toBe("queued");
  });

  test("a cancelled run is not resumed, and a finished one not paused", async () => {
    const runId = await queuedRun();
    await setState(runId, "cancelled");
    await expect(resumeRun(ctx, { runId })).rejects.toThrow('in the state "Cancelled"');
    await setState(runId, "finished");
    await expect(pauseRun(ctx, { runId })).rejects.toThrow("queued or running can be paused");
  });
});

describe("cancelling a run that stands still", () => {
  test("it ends with a scorecard of what is there", async () => {
    const runId = await queuedRun();
    await pauseRun(ctx, { runId });
    await cancelRun(ctx, { runId });
    expect(await runOf(runId)).toMatchObject({ state: "cancelling", stateReason: null });
    expect(await waitingJobs(runId, "finish-run")).toHaveLength(1);
  });

  test("a shard of a dead worker, and one with an answer that nobody graded, go to a worker first", async () => {
    const runId = await queuedRun(2_500);
    await dropJobs(runId);
    await db().runShard.updateMany({
      where: { runId, index: 0 },
      data: { state: "running", workerId: newId(), leaseExpiresAt: new Date(0) },
    });
    await db().runShard.updateMany({ where: { runId, index: 1 }, data: { answered: 4, passed: 3 } });
    await setState(runId, "paused");
    await cancelRun(ctx, { runId });
    expect((await shardsOf(runId)).map(({ state }) => state)).toEqual(["running", "pending", "done"]);
    expect((await waitingJobs(runId)).map(({ index }) => index)).toEqual([0, 1]);
    expect(await waitingJobs(runId, "finish-run")).toEqual([]);
  });
});

describe("trying errored attempts again", () => {
  test("opens the shards with errors in a new round and says how many; the second press finds it under way", async () => {
    const { runId } = await gradedRun(ctx, [
      { ...echoCases(1)[0], key: "c-0001", input: {}, verdict: "passed" },
      { key: "c-0002", input: {}, verdict: "errored" },
      { key: "c-0003", input: {}, verdict: "errored" },
    ]);
    await dropJobs(runId);
    expect(await retryErrored(ctx, { runId })).toEqual({ errored: 2 });
    await expect(retryErrored(ctx, { runId })).rejects.toThrow("Wait until it has ended");
    expect(await runOf(runId)).toMatchObject({
      state: "queued",
      answerRound: 1,
      gradeRound: 0,
      finishedAt: null,
    });
    expect(await shardsOf(runId)).toMatchObject([{ state: "pending", workerId: null, finishedAt: null }]);
    expect(await waitingJobs(runId)).toHaveLength(1);
    expect((await auditActions(runId)).at(-1)).toBe("run.retry");
    // A scorecard that was ordered before comes too late.
    await finishRun(ctx, runId);
    expect((await runOf(runId)).state).toBe("queued");
  });

  test("a run without errors has nothing to try again", async () => {
    const { runId } = await gradedRun(ctx, [{ key: "c-0001", input: {}, verdict: "failed" }]);
    await expect(retryErrored(ctx, { runId })).rejects.toThrow("has no errored attempts");
    expect(await runOf(runId)).toMatchObject({ state: "finished", answerRound: 0 });
  });
});

describe("priority and budget", () => {
  test("jobs that wait move with the run; the same again changes nothing", async () => {
    const runId = await queuedRun(1_500);
    const other = await queuedRun(1);
    await changePriority(ctx, { runId, priority: "high" });
    await changePriority(ctx, { runId, priority: "high" });
    expect((await runOf(runId)).priority).toBe("high");
    expect((await waitingJobs(runId)).map(({ priority }) => priority)).toEqual([1, 1]);
    expect((await waitingJobs(other)).map(({ priority }) => priority)).toEqual([0]);
    expect(await auditActions(runId)).toEqual(["run.change-priority"]);
    await setState(runId, "finished");
    await expect(changePriority(ctx, { runId, priority: "low" })).rejects.toThrow("not ended");
  });

  test("a budget below what is paid is refused with the figures", async () => {
    const runId = await queuedRun();
    await pay(runId, 4_200);
    await expect(changeBudget(ctx, { runId, budgetMicroUsd: 4_200 })).rejects.toThrow(
      "has cost $0.0042 already",
    );
    await changeBudget(ctx, { runId, budgetMicroUsd: 5_000 });
    expect((await runOf(runId)).budgetMicroUsd).toBe(5_000n);
    await changeBudget(ctx, { runId, budgetMicroUsd: null });
    expect((await runOf(runId)).budgetMicroUsd).toBeNull();
  });
});
