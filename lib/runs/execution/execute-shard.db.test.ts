import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import type { FakeBehaviour } from "#lib/testing/fake-model-server/behaviour.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { cancelRun } from "../control/cancel-run.ts";
import { getRunProgress } from "../get-run-progress.ts";
import { answeredAttempt } from "../testing/answered-attempt.ts";
import { executeShard } from "./execute-shard.ts";
import { attemptRow } from "./storing/attempt-row.ts";
import { storeAttempts } from "./storing/store-attempts.ts";

let server: FakeModelServer;
let ctx: Context;
const firstRounds = { answerRound: 0, gradeRound: 0 };
const never = new AbortController().signal;

beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(async () => await server.close());
beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
  server.setBehaviour({ kind: "answer" });
});

async function recount(runId: string) {
  const attempts = await db().attempt.findMany({ where: { runId }, include: { grades: true } });
  const verdicts = Object.groupBy(attempts, (attempt) => attempt.verdict ?? "none");
  return { attempts, verdicts };
}

describe("a run from start to end", () => {
  test("every case is answered, graded and counted once; tokens and cost are stored as integers", async () => {
    server.setBehaviour({
      kind: "answer",
      answer: (m) => m.at(-1)?.content.replace("c-0007", "wrong") ?? "",
    });
    const { runId } = await startedRun(ctx, {
      cases: echoCases(40),
      baseUrl: server.baseUrl,
      maxConcurrency: 5,
    });
    const before = server.requests();
    expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("done");
    expect(server.requests() - before).toBe(40);

    const { attempts, verdicts } = await recount(runId);
    expect(attempts).toHaveLength(40);
    expect(verdicts.passed).toHaveLength(39);
    expect(verdicts.failed).toHaveLength(1);
    for (const attempt of attempts) {
      expect(attempt.grades).toHaveLength(1);
      expect(attempt.prompt).toEqual([{ role: "user", content: expect.stringMatching(/^text of c-/) }]);
      expect(attempt.latencyMs).toBeGreaterThan(0);
      const cost = (attempt.promptTokens ?? 0) + 2 * (attempt.completionTokens ?? 0);
      expect(attempt.costMicroUsd).toBe(cost);
    }
    const progress = await getRunProgress(ctx, runId);
    const total = attempts.reduce((sum, attempt) => sum + (attempt.costMicroUsd ?? 0), 0);
    expect(progress).toMatchObject({
      planned: 40,
      done: 40,
      passed: 39,
      failed: 1,
      errored: 0,
      costMicroUsd: total,
    });
  });

  test("offered again, a finished shard calls nobody", async () => {
    const { runId } = await startedRun(ctx, { cases: echoCases(3), baseUrl: server.baseUrl });
    await executeShard(ctx, { runId, index: 0 }, newId(), never);
    const before = server.requests();
    expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("nothing-to-do");
    expect(server.requests()).toBe(before);
  });
});

describe("errors are neither failures nor zeros", () => {
  test.each<[string, FakeBehaviour, RegExp]>([
    ["HTML with status 200", { kind: "html-200" }, /sent a web page/],
    [
      "a refused request",
      {
        kind: "status",
        code: 400,
        body: JSON.stringify({ error: { message: "context too long" } }),
      } as const,
      /context too long/,
    ],
  ])(
    "%s becomes an errored attempt with the server's words, and no grade",
    async (_name, behaviour, message) => {
      server.setBehaviour(behaviour);
      const { runId } = await startedRun(ctx, { cases: echoCases(3), baseUrl: server.baseUrl });
      await executeShard(ctx, { runId, index: 0 }, newId(), never);
      const { attempts } = await recount(runId);
      expect(attempts.map((attempt) => attempt.verdict)).toEqual(["errored", "errored", "errored"]);
      expect(attempts[0]?.errorMessage).toMatch(message);
      expect(attempts.flatMap((attempt) => attempt.grades)).toEqual([]);
      expect(await getRunProgress(ctx, runId)).toMatchObject({ failed: 0, errored: 3, done: 3 });
    },
  );

  test("a case that lacks a field of the prompt errs alone, with the field's name", async () => {
    const cases = echoCases(2).map((one, i) => (i === 0 ? one : { ...one, input: { title: "no text" } }));
    const { runId } = await startedRun(ctx, { cases, baseUrl: server.baseUrl });
    expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("done");
    const { verdicts } = await recount(runId);
    expect(verdicts.passed).toHaveLength(1);
    expect(verdicts.errored?.[0]?.errorMessage).toContain("input.text");
  });

  test("a wrong key pauses the run with the server's words; with the right key the same cases are asked again", async () => {
    server.setBehaviour({ kind: "wrong-key", rightKey: "right-key" });
    const { runId } = await startedRun(ctx, {
      cases: echoCases(60),
      baseUrl: server.baseUrl,
      apiKey: "wrong-key-value",
      maxConcurrency: 2,
    });
    expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("stopped");
    const run = await db().run.findUniqueOrThrow({ where: { id: runId } });
    expect(run.state).toBe("paused");
    expect(run.stateReason).toMatch(/key/i);
    expect(run.stateReason).not.toContain("wrong-key-value");
    expect(await db().attempt.count({ where: { runId } })).toBeLessThan(15);

    server.setBehaviour({ kind: "answer" });
    await db().run.update({ where: { id: runId }, data: { state: "queued" } });
    expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("done");
    expect(await getRunProgress(ctx, runId)).toMatchObject({ passed: 60, errored: 0, done: 60 });
    expect((await recount(runId)).verdicts.passed).toHaveLength(60);
  });
});

describe("taking over", () => {
  test("a shard under lease is left alone; two shards of a run, in two workers, keep to the connection's limit together", async () => {
    const { runId } = await startedRun(ctx, {
      cases: echoCases(1_200),
      baseUrl: server.baseUrl,
      maxConcurrency: 20,
    });
    server.setBehaviour({ kind: "answer", latencyMs: 30 });
    server.forgetPeak();
    const first = executeShard(ctx, { runId, index: 0 }, newId(), never);
    await expect.poll(() => db().runShard.count({ where: { runId, state: "running" } })).toBe(1);
    expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("busy");
    const second = executeShard(ctx, { runId, index: 1 }, newId(), never);
    expect(await Promise.all([first, second])).toEqual(["done", "done"]);
    expect(server.peak()).toBeLessThanOrEqual(20);
    expect(server.peak()).toBeGreaterThanOrEqual(18);
    expect(await db().attempt.count({ where: { runId } })).toBe(1_200);
  });

  test("a worker that is asked to stop finishes its calls and hands the rest to the next one; nobody is asked twice", async () => {
    server.setBehaviour({ kind: "answer", latencyMs: 20 });
    const { runId } = await startedRun(ctx, {
      cases: echoCases(60),
      baseUrl: server.baseUrl,
      maxConcurrency: 4,
    });
    const before = server.requests();
    const stopping = new AbortController();
    const first = executeShard(ctx, { runId, index: 0 }, newId(), stopping.signal);
    await expect.poll(() => server.requests() - before).toBeGreaterThan(8);
    stopping.abort();
    expect(await first).toBe("handed-back");
    const stored = await db().attempt.count({ where: { runId } });
    expect(stored).toBe(server.requests() - before);
    expect(stored).toBeLessThan(60);
    expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("done");
    expect(server.requests() - before).toBe(60);
    expect((await recount(runId)).verdicts.passed).toHaveLength(60);
  });

  test("an answer that a dead worker stored and did not grade is graded without calling the model", async () => {
    const { runId } = await startedRun(ctx, { cases: echoCases(2), baseUrl: server.baseUrl });
    const revision = await db().caseRevision.findFirstOrThrow({
      where: { workspaceId: ctx.workspaceId, key: "c-0001" },
    });
    const attempt = answeredAttempt(revision.caseId, revision.id, "text of c-0001");
    await storeAttempts(ctx, { runId, index: 0 }, firstRounds, [
      { row: attemptRow(attempt, 0), graded: null },
    ]);
    const before = server.requests();
    await executeShard(ctx, { runId, index: 0 }, newId(), never);
    expect(server.requests() - before).toBe(1);
    expect(await getRunProgress(ctx, runId)).toMatchObject({ answered: 2, passed: 2, done: 2 });
  });

  test("storing the same answers twice keeps the first and counts once", async () => {
    const { runId } = await startedRun(ctx, { cases: echoCases(1), baseUrl: server.baseUrl });
    const revision = await db().caseRevision.findFirstOrThrow({ where: { workspaceId: ctx.workspaceId } });
    const first = answeredAttempt(revision.caseId, revision.id, "first");
    const store = (attempt: typeof first) =>
      storeAttempts(ctx, { runId, index: 0 }, firstRounds, [{ row: attemptRow(attempt, 0), graded: null }]);
    expect(await store(first)).toHaveLength(1);
    expect(await store({ ...first, output: "second" })).toHaveLength(0);
    expect((await db().attempt.findFirstOrThrow({ where: { runId } })).output).toBe("first");
    expect(await getRunProgress(ctx, runId)).toMatchObject({ answered: 1, costMicroUsd: 7 });
  });
});

describe("cancelling", () => {
  test("no new calls, those under way are stored, and the counts add up", async () => {
    server.setBehaviour({ kind: "answer", latencyMs: 50 });
    const { runId } = await startedRun(ctx, {
      cases: echoCases(200),
      baseUrl: server.baseUrl,
      maxConcurrency: 4,
    });
    const before = server.requests();
    const execution = executeShard(ctx, { runId, index: 0 }, newId(), never);
    await expect.poll(() => server.requests() - before).toBeGreaterThan(4);
    await cancelRun(ctx, { runId });
    expect(await execution).toBe("done");
    const stored = await db().attempt.count({ where: { runId } });
    expect(stored).toBe(server.requests() - before);
    expect(stored).toBeLessThan(200);
    expect((await recount(runId)).verdicts.none).toBeUndefined();
  });
});
