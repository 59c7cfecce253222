import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";

const cases = 600;
const concurrency = 10;
let server: FakeModelServer;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  server = await startFakeModelServer({ behaviour: { kind: "answer", latencyMs: 40 } });
});
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});
afterAll(async () => await server.close());

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "lib/worker/main.ts"], {
    stdio: "ignore",
    env: { ...process.env, LOG_LEVEL: "silent" },
  });
  workers.push(worker);
  return worker;
}

const finished = async (runId: string) =>
  (await db().run.findUniqueOrThrow({ where: { id: runId } })).state === "finished";

test("a worker killed in the middle loses nothing and stores nothing twice; calls repeated are at most those under way", async () => {
  const { ctx } = await createTestWorkspace();
  const { runId } = await startedRun(ctx, {
    cases: echoCases(cases),
    baseUrl: server.baseUrl,
    maxConcurrency: concurrency,
  });
  const first = startWorker();
  await expect.poll(() => db().attempt.count({ where: { runId } }), { timeout: 30_000 }).toBeGreaterThan(200);
  first.kill("SIGKILL");

  startWorker();
  startWorker();
  await expect.poll(() => finished(runId), { timeout: 90_000, interval: 200 }).toBe(true);

  expect(await db().attempt.count({ where: { runId, verdict: "passed" } })).toBe(cases);
  expect(await db().grade.count({ where: { runId } })).toBe(cases);
  // Besides the calls under way, answers of the last batch that had not reached the database are asked for again.
  const flushWindow = 4 * concurrency;
  expect(server.requests() - cases).toBeLessThanOrEqual(concurrency + flushWindow);
  const scorecard = await db().scorecard.findUniqueOrThrow({ where: { runId } });
  expect(scorecard).toMatchObject({
    planned: cases,
    passed: cases,
    failed: 0,
    errored: 0,
    unscored: 0,
    passRate: 1,
  });
}, 150_000);

test("a worker that gets SIGTERM hands its shard back and ends by itself; the next one finishes without asking anything twice", async () => {
  const { ctx } = await createTestWorkspace();
  const before = server.requests();
  const { runId } = await startedRun(ctx, {
    cases: echoCases(cases),
    baseUrl: server.baseUrl,
    maxConcurrency: concurrency,
  });
  const first = startWorker();
  await expect.poll(() => db().attempt.count({ where: { runId } }), { timeout: 30_000 }).toBeGreaterThan(100);
  first.kill("SIGTERM");
  const code = await new Promise((resolve) => first.on("exit", resolve));
  expect(code).toBe(0);
  startWorker();
  await expect.poll(() => finished(runId), { timeout: 60_000, interval: 200 }).toBe(true);
  expect(server.requests() - before).toBe(cases);
  expect(await db().attempt.count({ where: { runId, verdict: "passed" } })).toBe(cases);
}, 120_000);
