import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
import { executeShard } from "../execution/execute-shard.ts";
import { getRunProgress } from "../get-run-progress.ts";
import { waitingJobs } from "../testing/run-rows.ts";
import { addGraders } from "./grading/add-graders.ts";
import { gradeAgain } from "./grading/grade-again.ts";
import { pauseRun } from "./pause-run.ts";
import { resumeRun } from "./resume-run.ts";
import { retryErrored } from "./retry-errored.ts";

let server: FakeModelServer;
let ctx: Context;
const refused = JSON.stringify({ error: { message: "this text is not allowed" } });

beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(async () => await server.close());
beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
  server.setBehaviour({ kind: "answer" });
});

const execute = async (runId: string) =>
  await executeShard(ctx, { runId, index: 0 }, newId(), new AbortController().signal);

/** What a worker does with the job that a verb has sent; the calls that it made. */
async function work(runId: string): Promise<number> {
  const before = server.requests();
  expect(await waitingJobs(runId)).not.toEqual([]);
  expect(await execute(runId)).toBe("done");
  await finishRun(ctx, runId);
  expect((await db().run.findUniqueOrThrow({ where: { id: runId } })).state).toBe("finished");
  return server.requests() - before;
}
const scorecard = async (runId: string) => await db().scorecard.findUniqueOrThrow({ where: { runId } });

test("a paused run makes no new calls and keeps its answers; resumed, it asks for the rest and for nothing twice", async () => {
  server.setBehaviour({ kind: "answer", latencyMs: 40 });
  const { runId } = await startedRun(ctx, {
    cases: echoCases(300),
    baseUrl: server.baseUrl,
    maxConcurrency: 4,
  });
  const before = server.requests();
  const working = execute(runId);
  await expect.poll(() => server.requests() - before).toBeGreaterThan(8);
  await pauseRun(ctx, { runId });
  expect(await working).toBe("stopped");
  const asked = server.requests() - before;
  expect(asked).toBeLessThan(300);
  expect(await getRunProgress(ctx, runId)).toMatchObject({ state: "paused", done: asked, passed: asked });
  expect(await execute(runId)).toBe("nothing-to-do");

  server.setBehaviour({ kind: "answer" });
  await resumeRun(ctx, { runId });
  expect(await work(runId)).toBe(300 - asked);
  expect(await scorecard(runId)).toMatchObject({ planned: 300, passed: 300, errored: 0 });
});

test("errored attempts are tried again alone, and the scorecard follows", async () => {
  const { runId } = await startedRun(ctx, { cases: echoCases(20), baseUrl: server.baseUrl });
  server.setBehaviour({ kind: "refuse", containing: "c-0003", code: 400, body: refused });
  expect(await work(runId)).toBe(20);
  expect(await scorecard(runId)).toMatchObject({ passed: 19, errored: 1 });

  server.setBehaviour({ kind: "answer" });
  expect(await retryErrored(ctx, { runId })).toEqual({ errored: 1 });
  expect(await work(runId)).toBe(1);
  expect(await scorecard(runId)).toMatchObject({ passed: 20, errored: 0 });
  await expect(retryErrored(ctx, { runId })).rejects.toThrow("no errored attempts");
});

test("graders are added and taken again without one call, and every grade is of a pinned version", async () => {
  const { runId, graderVersionId } = await startedRun(ctx, { cases: echoCases(6), baseUrl: server.baseUrl });
  await work(runId);
  const strict = await createGrader(ctx, {
    name: "Names case 2",
    kind: "contains",
    config: { source: "config", texts: ["c-0002"], mode: "all", ignoreCase: false },
  });
  await addGraders(ctx, { runId, graderIds: [strict.id] });
  expect(await work(runId)).toBe(0);
  expect(await scorecard(runId)).toMatchObject({ passed: 1, failed: 5 });

  await gradeAgain(ctx, { runId });
  expect(await work(runId)).toBe(0);
  const grades = await db().grade.groupBy({ by: ["graderVersionId"], where: { runId }, _count: true });
  expect(new Map(grades.map((row) => [row.graderVersionId, row._count]))).toEqual(
    new Map([
      [graderVersionId, 6],
      [strict.versionId, 6],
    ]),
  );
});
