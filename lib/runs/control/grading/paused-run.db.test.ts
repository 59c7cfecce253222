import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { handleFinishRun } from "#lib/worker/handle-finish-run.ts";
import { executeShard } from "../../execution/execute-shard.ts";
import { getRunProgress } from "../../get-run-progress.ts";
import { waitingJobs } from "../../testing/run-rows.ts";
import { cancelRun } from "../cancel-run.ts";
import { pauseRun } from "../pause-run.ts";
import { resumeRun } from "../resume-run.ts";
import { addGraders } from "./add-graders.ts";
import { gradeAgain } from "./grade-again.ts";

let server: FakeModelServer;
let ctx: Context;
const cases = 40;

beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(async () => await server.close());
beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
});

const execute = async (runId: string) =>
  await executeShard(ctx, { runId, index: 0 }, newId(), new AbortController().signal);
const stateOf = async (runId: string) => await db().run.findUniqueOrThrow({ where: { id: runId } });

/** A run that its budget has stopped after some of its answers. */
async function stoppedRun() {
  const run = await startedRun(ctx, { cases: echoCases(cases), baseUrl: server.baseUrl, maxConcurrency: 2 });
  await db().run.update({ where: { id: run.runId }, data: { budgetMicroUsd: 30 } });
  expect(await execute(run.runId)).toBe("stopped");
  expect(await stateOf(run.runId)).toMatchObject({ state: "paused" });
  const { done } = await getRunProgress(ctx, run.runId);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(cases);
  return { ...run, answered: done };
}
const longText = async () =>
  await createGrader(ctx, {
    name: `Long ${newId()}`,
    kind: "word-count",
    config: { minimum: 1_000, maximum: null },
  });

test("a run that its budget stopped gets a grader for the answers that are there, and stands still again", async () => {
  const { runId, answered } = await stoppedRun();
  const before = server.requests();
  const { id, versionId } = await longText();
  await addGraders(ctx, { runId, graderIds: [id] });
  expect(await waitingJobs(runId)).not.toEqual([]);
  expect(await execute(runId)).toBe("done");
  await handleFinishRun({ workspaceId: ctx.workspaceId, runId });

  expect(server.requests()).toBe(before);
  expect(await stateOf(runId)).toMatchObject({
    state: "paused",
    gradingOnly: false,
    finishedAt: null,
    stateReason: expect.stringContaining("Resume the run to ask for the rest."),
  });
  expect(await db().scorecard.count({ where: { runId } })).toBe(0);
  expect(await db().grade.count({ where: { runId, graderVersionId: versionId } })).toBe(answered);
  // No answer has a thousand words: what had passed fails, and is counted once.
  expect(await getRunProgress(ctx, runId)).toMatchObject({ passed: 0, failed: answered, done: answered });

  await resumeRun(ctx, { runId, budgetMicroUsd: null });
  expect(await execute(runId)).toBe("done");
  await handleFinishRun({ workspaceId: ctx.workspaceId, runId });
  expect(server.requests() - before).toBe(cases - answered);
  expect(await stateOf(runId)).toMatchObject({ state: "finished" });
  expect(await getRunProgress(ctx, runId)).toMatchObject({ passed: 0, failed: cases, done: cases });
  expect(await db().grade.count({ where: { runId } })).toBe(2 * cases);
});

test("paused while it is graded, it can be graded once more, resumed or cancelled, and asks for nothing twice", async () => {
  const { runId, answered } = await stoppedRun();
  const before = server.requests();
  await gradeAgain(ctx, { runId });
  await pauseRun(ctx, { runId });
  expect(await execute(runId)).toBe("nothing-to-do");
  await gradeAgain(ctx, { runId });
  expect(await execute(runId)).toBe("done");
  // The worker dies before the last step, and somebody pauses in between.
  await pauseRun(ctx, { runId });
  await resumeRun(ctx, { runId, budgetMicroUsd: null });
  expect(await execute(runId)).toBe("done");
  await handleFinishRun({ workspaceId: ctx.workspaceId, runId });
  expect(server.requests() - before).toBe(cases - answered);
  expect(await getRunProgress(ctx, runId)).toMatchObject({ passed: cases, failed: 0, done: cases });

  const other = await stoppedRun();
  await gradeAgain(ctx, { runId: other.runId });
  await cancelRun(ctx, { runId: other.runId });
  await execute(other.runId);
  await handleFinishRun({ workspaceId: ctx.workspaceId, runId: other.runId });
  expect(await stateOf(other.runId)).toMatchObject({ state: "cancelled" });
  expect(await getRunProgress(ctx, other.runId)).toMatchObject({ passed: other.answered, failed: 0 });
});

test("a paused run that misses nothing ends with its scorecard", async () => {
  const { runId } = await startedRun(ctx, { cases: echoCases(5), baseUrl: server.baseUrl });
  await execute(runId);
  await pauseRun(ctx, { runId });
  await gradeAgain(ctx, { runId });
  await execute(runId);
  await handleFinishRun({ workspaceId: ctx.workspaceId, runId });
  expect(await stateOf(runId)).toMatchObject({ state: "finished", gradingOnly: false });
  expect(await db().scorecard.count({ where: { runId } })).toBe(1);
});

test("waits for calls that are under way, because their worker has not noticed the pause", async () => {
  const { runId } = await stoppedRun();
  await db().$executeRaw`
    update run_shard set state = 'running', worker_id = ${newId()}::uuid, lease_expires_at = now() + interval '5 s'
    where run_id = ${runId}::uuid`;
  await expect(gradeAgain(ctx, { runId })).rejects.toThrow(/calls that were under way are still ending/);
  expect(await stateOf(runId)).toMatchObject({ state: "paused", gradeRound: 0 });
});
