import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { judgedRun, passVerdict } from "#lib/runs/testing/judged-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";

const cases = 200;
const judgesAtOnce = 4;
let model: FakeModelServer;
let judge: FakeModelServer;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  model = await startFakeModelServer();
  judge = await startFakeModelServer({ behaviour: { kind: "answer", answer: passVerdict, latencyMs: 40 } });
});
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});
afterAll(async () => {
  await model.close();
  await judge.close();
});

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "lib/worker/main.ts"], {
    stdio: "ignore",
    env: { ...process.env, LOG_LEVEL: "silent" },
  });
  workers.push(worker);
  return worker;
}

test("a worker killed while judges are at work loses no judgement that was stored, and repeats at most those under way", async () => {
  const { ctx } = await createTestWorkspace();
  const { runId, judgeVersionId } = await judgedRun(ctx, {
    cases,
    baseUrl: model.baseUrl,
    judge: { baseUrl: judge.baseUrl, maxConcurrency: judgesAtOnce },
  });
  const judged = async () => await db().grade.count({ where: { runId, graderVersionId: judgeVersionId } });
  const first = startWorker();
  await expect.poll(judged, { timeout: 30_000 }).toBeGreaterThan(60);
  first.kill("SIGKILL");
  startWorker();
  const stateOf = async () => (await db().run.findUniqueOrThrow({ where: { id: runId } })).state;
  await expect.poll(stateOf, { timeout: 90_000, interval: 200 }).toBe("finished");

  expect(await judged()).toBe(cases);
  // Those under way, and those of one statement on its way to the database.
  expect(judge.requests() - cases).toBeLessThanOrEqual(2 * judgesAtOnce);
  expect(model.requests()).toBe(cases);
  const shard = await db().runShard.aggregate({ where: { runId }, _sum: { judgeCalls: true, passed: true } });
  expect(shard._sum).toEqual({ judgeCalls: cases, passed: cases });
}, 150_000);
