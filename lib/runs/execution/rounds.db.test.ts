import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { getRunProgress } from "../get-run-progress.ts";
import { executeShard } from "./execute-shard.ts";

let server: FakeModelServer;
let ctx: Context;
const never = new AbortController().signal;
const refused = JSON.stringify({ error: { message: "this text is not allowed" } });

beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(async () => await server.close());
beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
  server.setBehaviour({ kind: "answer" });
});

async function work(runId: string): Promise<number> {
  const before = server.requests();
  expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("done");
  return server.requests() - before;
}

/** What a verb does that opens a run again. */
async function reopen(runId: string, round: { answerRound?: number; gradeRound?: number }): Promise<void> {
  await db().run.update({ where: { id: runId }, data: { ...round, state: "queued", finishedAt: null } });
  await db().runShard.updateMany({ where: { runId }, data: { state: "pending", workerId: null } });
}

async function sums(runId: string) {
  const attempts = await db().attempt.findMany({ where: { runId } });
  const count = (verdict: string) => attempts.filter((attempt) => attempt.verdict === verdict).length;
  const { passed, failed, errored, unscored } = await getRunProgress(ctx, runId);
  const counters = { passed, failed, errored, unscored };
  // The counters are kept beside the rows; they have to say the same.
  expect(counters).toEqual({
    passed: count("passed"),
    failed: count("failed"),
    errored: count("errored"),
    unscored: count("unscored"),
  });
  return { ...counters, attempts };
}

describe("trying errored attempts again", () => {
  test("only they are asked, their errors are replaced, and every count follows", async () => {
    const { runId } = await startedRun(ctx, { cases: echoCases(20), baseUrl: server.baseUrl });
    server.setBehaviour({ kind: "refuse", containing: "c-0003", code: 400, body: refused });
    expect(await work(runId)).toBe(20);
    expect(await sums(runId)).toMatchObject({ passed: 19, errored: 1 });
    await finishRun(ctx, runId);

    server.setBehaviour({ kind: "answer" });
    await reopen(runId, { answerRound: 1 });
    expect(await work(runId)).toBe(1);
    const { attempts, ...counts } = await sums(runId);
    expect(counts).toEqual({ passed: 20, failed: 0, errored: 0, unscored: 0 });
    expect(attempts).toHaveLength(20);
    const again = attempts.filter((attempt) => attempt.answerRound === 1);
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ outcome: "answered", errorMessage: null, errorClass: null });
    await finishRun(ctx, runId);
    expect(await db().scorecard.findUniqueOrThrow({ where: { runId } })).toMatchObject({
      passed: 20,
      errored: 0,
    });
  });

  test("an attempt that errs again is counted once, with the newest words", async () => {
    const { runId } = await startedRun(ctx, { cases: echoCases(3), baseUrl: server.baseUrl });
    server.setBehaviour({ kind: "status", code: 400, body: refused });
    await work(runId);
    server.setBehaviour({
      kind: "status",
      code: 400,
      body: JSON.stringify({ error: { message: "still not" } }),
    });
    await reopen(runId, { answerRound: 1 });
    expect(await work(runId)).toBe(3);
    const { attempts, errored } = await sums(runId);
    expect(errored).toBe(3);
    expect(attempts.every((attempt) => attempt.errorMessage?.includes("still not"))).toBe(true);
  });
});

describe("grading again", () => {
  test("a grader added to an old run judges the stored answers, and no model is called", async () => {
    const { runId } = await startedRun(ctx, { cases: echoCases(12), baseUrl: server.baseUrl });
    await work(runId);
    await finishRun(ctx, runId);
    const grader = await createGrader(ctx, {
      name: "Names case 7",
      kind: "contains",
      config: { source: "config", texts: ["c-0007"], mode: "all", ignoreCase: false },
    });
    await db().runGrader.create({
      data: { workspaceId: ctx.workspaceId, runId, graderVersionId: grader.versionId, position: 1 },
    });
    await reopen(runId, { gradeRound: 1 });
    expect(await work(runId)).toBe(0);
    expect(await sums(runId)).toMatchObject({ passed: 1, failed: 11 });
    expect(await db().grade.count({ where: { runId } })).toBe(24);

    // A grader that is taken off the run leaves no grade behind.
    await db().runGrader.deleteMany({ where: { runId, graderVersionId: grader.versionId } });
    await reopen(runId, { gradeRound: 2 });
    expect(await work(runId)).toBe(0);
    expect(await sums(runId)).toMatchObject({ passed: 12, failed: 0 });
    expect(await db().grade.count({ where: { runId } })).toBe(12);
  });

  test("a worker that dies in the middle of grading again leaves the rest to the next one, and counts nothing twice", async () => {
    const { runId, graderVersionId } = await startedRun(ctx, {
      cases: echoCases(10),
      baseUrl: server.baseUrl,
    });
    await work(runId);
    await reopen(runId, { gradeRound: 1 });
    await db().$executeRaw`
      update attempt set grade_round = 1 where run_id = ${runId}::uuid
        and case_id in (select case_id from attempt where run_id = ${runId}::uuid order by case_id limit 4)`;
    expect(await work(runId)).toBe(0);
    expect(await sums(runId)).toMatchObject({ passed: 10, failed: 0 });
    expect(await db().grade.count({ where: { runId, graderVersionId } })).toBe(10);
    expect(await db().attempt.count({ where: { runId, gradeRound: 1 } })).toBe(10);
  });
});

describe("the answer cache", () => {
  async function cachedRun(from?: string) {
    const { runId, ...rest } = await startedRun(ctx, { cases: echoCases(8), baseUrl: server.baseUrl });
    const data = { useCache: true, ...(from !== undefined && { modelVersionId: from }) };
    await db().run.update({ where: { id: runId }, data });
    return { runId, ...rest };
  }

  test("a second run of the same requests calls nobody, costs nothing, and says what it saved", async () => {
    const first = await cachedRun();
    expect(await work(first.runId)).toBe(8);
    const paid = (await getRunProgress(ctx, first.runId)).costMicroUsd;
    expect(paid).toBeGreaterThan(0);

    const second = await cachedRun(first.versionId);
    expect(await work(second.runId)).toBe(0);
    const [shard] = await db().runShard.findMany({ where: { runId: second.runId } });
    expect(shard).toMatchObject({
      answered: 8,
      passed: 8,
      cached: 8,
      costMicroUsd: 0n,
      savedMicroUsd: BigInt(paid),
    });
    const [original] = await db().attempt.findMany({
      where: { runId: first.runId },
      orderBy: { output: "asc" },
    });
    const [copy] = await db().attempt.findMany({
      where: { runId: second.runId },
      orderBy: { output: "asc" },
    });
    expect(copy).toMatchObject({
      fromCache: true,
      tries: 0,
      output: original?.output,
      latencyMs: original?.latencyMs,
      costMicroUsd: original?.costMicroUsd,
    });
    const spending = await db().workspaceSpending.findMany({ where: { workspaceId: ctx.workspaceId } });
    expect(spending.map(({ costMicroUsd }) => costMicroUsd)).toEqual([BigInt(paid)]);
  });

  test("a repetition is a request of its own, and an error is never kept", async () => {
    const { runId, versionId } = await cachedRun();
    await db().run.update({ where: { id: runId }, data: { repetitions: 3 } });
    expect(await work(runId)).toBe(24);
    expect(await db().cachedAnswer.count({ where: { workspaceId: ctx.workspaceId } })).toBe(24);

    await db().cachedAnswer.deleteMany({ where: { workspaceId: ctx.workspaceId } });
    const second = await cachedRun(versionId);
    server.setBehaviour({ kind: "status", code: 400, body: refused });
    await work(second.runId);
    expect(await db().cachedAnswer.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });

  test("a service whose body is another is asked again", async () => {
    const asService = async (modelVersionId: string, question: string) => {
      const bodyTemplate = `{"model": "m", "messages": [{"role": "user", "content": "${question}"}]}`;
      await db().connection.updateMany({
        where: { modelVersions: { some: { id: modelVersionId } } },
        data: {
          kind: "http",
          baseUrl: `${server.baseUrl}/chat/completions`,
          settings: { bodyTemplate, responsePath: "choices[0].message.content" },
        },
      });
    };
    const first = await cachedRun();
    await asService(first.versionId, "{{input.text}}");
    expect(await work(first.runId)).toBe(8);
    expect(await work((await cachedRun(first.versionId)).runId)).toBe(0);
    await asService(first.versionId, "Say {{input.text}}");
    expect(await work((await cachedRun(first.versionId)).runId)).toBe(8);
  });

  test("a run that does not ask for it neither reads nor fills it", async () => {
    const first = await cachedRun();
    await work(first.runId);
    const second = await startedRun(ctx, { cases: echoCases(8), baseUrl: server.baseUrl });
    await db().run.update({ where: { id: second.runId }, data: { modelVersionId: first.versionId } });
    expect(await work(second.runId)).toBe(8);
    expect(await db().cachedAnswer.count({ where: { workspaceId: ctx.workspaceId } })).toBe(8);
  });
});
