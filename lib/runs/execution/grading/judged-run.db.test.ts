import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { cancelRun } from "#lib/runs/control/cancel-run.ts";
import { addGraders } from "#lib/runs/control/grading/add-graders.ts";
import { gradeAgain } from "#lib/runs/control/grading/grade-again.ts";
import { getRunProgress } from "#lib/runs/get-run-progress.ts";
import { getBill } from "#lib/runs/spending/get-bill.ts";
import { listCostliestRuns } from "#lib/runs/spending/list-costliest-runs.ts";
import { judgedRun, passVerdict } from "#lib/runs/testing/judged-run.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import type { FakeBehaviour } from "#lib/testing/fake-model-server/behaviour.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { executeShard } from "../execute-shard.ts";

let model: FakeModelServer;
let judge: FakeModelServer;
let ctx: Context;
const never = new AbortController().signal;
const passing: FakeBehaviour = { kind: "answer", answer: passVerdict };

beforeAll(async () => {
  model = await startFakeModelServer();
  judge = await startFakeModelServer();
});
afterAll(async () => {
  await model.close();
  await judge.close();
});
beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
  model.setBehaviour({ kind: "answer" });
  judge.setBehaviour(passing);
});

const execute = async (runId: string, signal = never) =>
  await executeShard(ctx, { runId, index: 0 }, newId(), signal);
const start = async (
  cases: number,
  options: { samples?: number; apiKey?: string; timeoutSeconds?: number } = {},
) => {
  const { samples, ...limits } = options;
  const judgeAt = { baseUrl: judge.baseUrl, maxConcurrency: 3, ...limits };
  return await judgedRun(ctx, { cases, baseUrl: model.baseUrl, judge: judgeAt, ...(samples && { samples }) });
};
const judgements = async (runId: string, graderVersionId: string) =>
  await db().grade.findMany({ where: { runId, graderVersionId } });

describe("a judged run", () => {
  test("every answer is judged once; calls, tokens and cost are exact, apart from the answers, and in the month's bill", async () => {
    const before = judge.requests();
    judge.forgetPeak();
    const run = await start(20, { samples: 3 });
    expect(await execute(run.runId)).toBe("done");
    expect(judge.requests() - before).toBe(60);
    expect(judge.peak()).toBeLessThanOrEqual(3);

    const grades = await judgements(run.runId, run.judgeVersionId);
    expect(grades).toHaveLength(20);
    for (const grade of grades) {
      expect(grade).toMatchObject({ status: "scored", passed: true, reason: /It is right/ });
      expect(grade.usage).toMatchObject({
        calls: 3,
        prompt: { name: "rubric", version: 1 },
        models: [/^Model .* v1$/],
      });
      const { promptTokens, completionTokens } = Object(grade.usage);
      expect(grade.costMicroUsd).toBe(promptTokens + 2 * completionTokens);
      expect(grade.detail).toMatchObject({ disagreement: 0, prompt: [{ role: "system" }, { role: "user" }] });
    }
    const judged = grades.reduce((sum, grade) => sum + (grade.costMicroUsd ?? 0), 0);
    const answered = await db().attempt.aggregate({
      where: { runId: run.runId },
      _sum: { costMicroUsd: true },
    });
    const shard = await db().runShard.findFirstOrThrow({ where: { runId: run.runId } });
    expect(shard).toMatchObject({
      passed: 20,
      judgeCalls: 60,
      judgeCostMicroUsd: BigInt(judged),
      judgeCostUnknown: 0,
      costMicroUsd: BigInt(answered._sum.costMicroUsd ?? 0),
    });
    const month = await db().workspaceSpending.findFirstOrThrow({ where: { workspaceId: ctx.workspaceId } });
    expect(month.costMicroUsd).toBe(shard.costMicroUsd + shard.judgeCostMicroUsd);
    expect(await getBill(ctx, { runId: run.runId })).toMatchObject({
      paidMicroUsd: Number(shard.costMicroUsd),
      judging: { calls: 60, paidMicroUsd: judged, costUnknown: 0 },
    });
    expect(await getRunProgress(ctx, run.runId)).toMatchObject({
      judgeCostMicroUsd: judged,
      judgeCostUnknown: 0,
    });
    const days = { from: new Date(0), until: new Date(Date.now() + 60_000) };
    const [costly] = await listCostliestRuns(ctx, days);
    expect(costly?.costMicroUsd).toBe(Number(month.costMicroUsd));
  });

  test("a judge on the model's own connection with one slot gets its turn", async () => {
    model.setBehaviour({
      kind: "answer",
      answer: (messages) => (messages.length > 1 ? passVerdict : (messages.at(-1)?.content ?? "")),
    });
    const run = await start(30);
    await db().modelVersion.update({
      where: { id: run.judge.versionId },
      data: { connectionId: run.connectionId },
    });
    await db().connection.update({ where: { id: run.connectionId }, data: { maxConcurrency: 1 } });
    expect(await execute(run.runId)).toBe("done");
    expect(await getRunProgress(ctx, run.runId)).toMatchObject({ passed: 30, done: 30 });
  });

  test.each<[string, FakeBehaviour, RegExp]>([
    ["prose", { kind: "answer", answer: "I rather like it." }, /no verdict/],
    ["two verdicts", { kind: "answer", answer: `${passVerdict}\nVERDICT: FAIL` }, /contradict/],
    ["half of a JSON text", { kind: "answer", answer: '{"c1": {"reason": "It' }, /no verdict/],
    ["nothing", { kind: "answer", answer: "" }, /empty/],
    ["no completion", { kind: "malformed-json" }, /not a chat completion/],
  ])(
    "a judge that answers with %s leaves the answer unscored, and says why",
    async (_name, behaviour, reason) => {
      judge.setBehaviour(behaviour);
      const run = await start(3);
      expect(await execute(run.runId)).toBe("done");
      const grades = await judgements(run.runId, run.judgeVersionId);
      expect(grades).toHaveLength(3);
      for (const grade of grades) expect(grade).toMatchObject({ status: "unscored", passed: null, reason });
      expect(await getRunProgress(ctx, run.runId)).toMatchObject({ passed: 0, failed: 0, unscored: 3 });
    },
  );

  test("a judge that hangs is given up after its time, and the answer is unscored", {
    timeout: 30_000,
  }, async () => {
    judge.setBehaviour({ kind: "hang" });
    const run = await start(2, { timeoutSeconds: 1 });
    expect(await execute(run.runId)).toBe("done");
    for (const grade of await judgements(run.runId, run.judgeVersionId))
      expect(grade).toMatchObject({ status: "unscored", reason: /within 1 seconds/ });
  });

  test("too many requests are waited for, and every answer is judged", { timeout: 30_000 }, async () => {
    judge.setBehaviour({ kind: "rate-limit-storm", everyNth: 4, retryAfterMs: 20 });
    const before = judge.requests();
    const run = await start(9);
    expect(await execute(run.runId)).toBe("done");
    // This fake judge repeats what it is sent, which is no verdict of its own.
    expect(await judgements(run.runId, run.judgeVersionId)).toHaveLength(9);
    expect(judge.requests() - before).toBeGreaterThanOrEqual(12);
    const shard = await db().runShard.findFirstOrThrow({ where: { runId: run.runId } });
    expect(shard.judgeCalls).toBe(9);
  });
});

describe("grading again", () => {
  test("what a judge has scored is not paid again; what it could not judge, and a grader that was added, are asked", async () => {
    let said = 0;
    const third = () => (++said % 3 === 0 ? "hm" : passVerdict);
    judge.setBehaviour({ kind: "answer", answer: third });
    const run = await start(9);
    await execute(run.runId);
    await finishRun(ctx, run.runId);
    const first = await db().runShard.findFirstOrThrow({ where: { runId: run.runId } });
    expect(first).toMatchObject({ passed: 6, unscored: 3, judgeCalls: 9 });

    judge.setBehaviour(passing);
    const before = judge.requests();
    await gradeAgain(ctx, { runId: run.runId });
    expect(await execute(run.runId)).toBe("done");
    expect(judge.requests() - before).toBe(3);
    const second = await db().runShard.findFirstOrThrow({ where: { runId: run.runId } });
    expect(second).toMatchObject({ passed: 9, unscored: 0, judgeCalls: 12 });
    const paid = await db().grade.aggregate({ where: { runId: run.runId }, _sum: { costMicroUsd: true } });
    expect(second.judgeCostMicroUsd).toBeGreaterThan(BigInt(paid._sum.costMicroUsd ?? 0));
    const grades = await judgements(run.runId, run.judgeVersionId);
    expect(grades.every(({ usage, reason }) => usage !== null && /It is right/.test(reason))).toBe(true);

    await finishRun(ctx, run.runId);
    const added = await createGrader(ctx, { name: newId(), kind: "json-validity", weight: 0 });
    await addGraders(ctx, { runId: run.runId, graderIds: [added.id] });
    expect(await execute(run.runId)).toBe("done");
    expect(judge.requests() - before).toBe(3);
    expect(await db().grade.count({ where: { runId: run.runId } })).toBe(27);
    expect(await getRunProgress(ctx, run.runId)).toMatchObject({ passed: 9, unscored: 0 });
  });
});

describe("halts", () => {
  test("a judge whose key is revoked pauses the run in words; with the right key every answer is judged and nobody is asked twice", {
    timeout: 60_000,
  }, async () => {
    judge.setBehaviour({ kind: "wrong-key", rightKey: "right" });
    const asked = model.requests();
    const run = await start(8, { apiKey: "revoked-key-of-the-judge" });
    expect(await execute(run.runId)).toBe("stopped");
    const paused = await db().run.findUniqueOrThrow({ where: { id: run.runId } });
    expect(paused).toMatchObject({ state: "paused", stateReason: /grader's model cannot be asked.*key/is });
    expect(paused.stateReason).not.toContain("revoked-key-of-the-judge");
    expect(await judgements(run.runId, run.judgeVersionId)).toEqual([]);

    judge.setBehaviour(passing);
    const before = judge.requests();
    await db().run.update({ where: { id: run.runId }, data: { state: "queued" } });
    expect(await execute(run.runId)).toBe("done");
    expect(judge.requests() - before).toBe(8);
    expect(model.requests() - asked).toBe(8);
    expect(await getRunProgress(ctx, run.runId)).toMatchObject({ passed: 8, done: 8 });
  });

  test("a worker that is asked to stop finishes its judgements and leaves the rest; no judgement is paid twice", async () => {
    judge.setBehaviour({ ...passing, latencyMs: 50 });
    const before = judge.requests();
    const run = await start(30);
    const stopping = new AbortController();
    const first = execute(run.runId, stopping.signal);
    await expect.poll(() => judge.requests() - before).toBeGreaterThan(5);
    stopping.abort();
    expect(await first).toBe("handed-back");
    const judged = await judgements(run.runId, run.judgeVersionId);
    expect(judged).toHaveLength(judge.requests() - before);
    expect(judged.length).toBeLessThan(30);
    expect(await execute(run.runId)).toBe("done");
    expect(judge.requests() - before).toBe(30);
    expect(await getRunProgress(ctx, run.runId)).toMatchObject({ passed: 30 });
  });

  test("judgements of which only some calls were made when the run was halted are made anew, and every call is on the bill", async () => {
    judge.setBehaviour({ ...passing, latencyMs: 30 });
    const before = judge.requests();
    const run = await start(20, { samples: 3 });
    const stopping = new AbortController();
    const first = execute(run.runId, stopping.signal);
    await expect.poll(() => judge.requests() - before).toBeGreaterThan(12);
    stopping.abort();
    expect(await first).toBe("handed-back");
    expect(await execute(run.runId)).toBe("done");
    const asked = judge.requests() - before;
    expect(asked).toBeGreaterThanOrEqual(60);
    const shard = await db().runShard.findFirstOrThrow({ where: { runId: run.runId } });
    expect(shard).toMatchObject({ judgeCalls: asked, passed: 20 });
    const month = await db().workspaceSpending.findFirstOrThrow({ where: { workspaceId: ctx.workspaceId } });
    expect(month.costMicroUsd).toBe(shard.costMicroUsd + shard.judgeCostMicroUsd);
  });

  test("of a cancelled run nobody is asked any more, and what was answered ends unscored with the reason", async () => {
    judge.setBehaviour({ ...passing, latencyMs: 100 });
    const before = judge.requests();
    const run = await start(40);
    const execution = execute(run.runId);
    await expect.poll(() => judge.requests() - before).toBeGreaterThan(3);
    await cancelRun(ctx, { runId: run.runId });
    expect(await execution).toBe("done");
    const asked = judge.requests();
    expect(await db().attempt.count({ where: { runId: run.runId, verdict: null } })).toBe(0);
    const grades = await judgements(run.runId, run.judgeVersionId);
    const closed = grades.filter(({ reason }) => /was cancelled before/.test(reason));
    expect(grades.length - closed.length).toBe(asked - before);
    expect(closed.length).toBeGreaterThan(0);
  });

  test("the run's budget holds for judging too", { timeout: 30_000 }, async () => {
    const run = await start(40);
    await db().run.update({ where: { id: run.runId }, data: { budgetMicroUsd: 2_000 } });
    expect(await execute(run.runId)).toBe("stopped");
    const { state, stateReason } = await db().run.findUniqueOrThrow({ where: { id: run.runId } });
    expect(state).toBe("paused");
    expect(stateReason).toMatch(/budget of \$0\.002.* is used up/);
    expect(await db().grade.count({ where: { runId: run.runId, status: "unscored" } })).toBe(0);
  });
});

test("a judge of another workspace is refused on use", async () => {
  const run = await start(2);
  const { otherCtx } = await createTestWorkspace();
  await db().modelVersion.update({
    where: { id: run.judge.versionId },
    data: { workspaceId: otherCtx.workspaceId },
  });
  const before = judge.requests();
  expect(await execute(run.runId)).toBe("done");
  expect(judge.requests()).toBe(before);
  for (const grade of await judgements(run.runId, run.judgeVersionId))
    expect(grade).toMatchObject({
      status: "unscored",
      reason: /no model version with this id in this workspace/,
    });
});
