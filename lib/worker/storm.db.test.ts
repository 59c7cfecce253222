import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db } from "#lib/db/database.ts";
import { withPatience } from "#lib/db/with-patience.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { type RunningPostgres, startPostgres } from "#lib/launch/embedded-postgres/start-postgres.ts";
import { migrateDatabase } from "#lib/launch/migrate-database.ts";
import { closeSender } from "#lib/queue/send-job.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";

const cases = 2_500;
const concurrency = 12;
const clock = pathToFileURL(join(import.meta.dirname, "testing/jumping-clock.mjs")).href;

let home: string;
let postgres: RunningPostgres;
let url: string;
let server: FakeModelServer;
const workers: { process: ChildProcess; flags: readonly string[] }[] = [];

// A server of its own, because it is restarted.
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "touchstone-storm-"));
  await chmod(home, 0o755);
  postgres = await startPostgres({ home });
  url = postgres.urlOf("storm");
  await migrateDatabase(url);
  await closeSender();
  await closeDatabase();
  setDatabaseUrl(url);
  server = await startFakeModelServer({ behaviour: { kind: "answer", latencyMs: 60 } });
}, 60_000);

afterAll(async () => {
  for (const worker of workers.splice(0)) worker.process.kill("SIGKILL");
  await closeSender();
  await closeDatabase();
  await server.close();
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
});

function startWorker(flags: readonly string[] = []): void {
  const nodeFlags = ["--disable-warning=ExperimentalWarning", ...flags];
  const worker = spawn(process.execPath, [...nodeFlags, "lib/worker/main.ts"], {
    stdio: "ignore",
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: "silent" },
  });
  workers.push({ process: worker, flags });
  // Whatever keeps workers running, a launcher or the machine's own, starts one anew that has ended with an error: one that came up
  // while the database was away.
  worker.once("exit", (code) => {
    const place = workers.findIndex((one) => one.process === worker);
    if (place < 0 || !code) return;
    workers.splice(place, 1);
    startWorker(flags);
  });
}

/** Whichever it is; another one takes its place on the same machine. */
function killOne(): void {
  const [worker] = workers.splice(Math.floor(Math.random() * workers.length), 1);
  worker?.process.kill("SIGKILL");
  startWorker(worker?.flags);
}

async function restartPostgres(): Promise<void> {
  await postgres.stop();
  await sleep(1_500);
  postgres = await startPostgres({ home, settings: [`port=${new URL(url).port}`] });
}

const patiently = <Value>(read: () => Promise<Value>) => withPatience(20_000, read);
const stored = async (runId: string) => await patiently(() => db().attempt.count({ where: { runId } }));
const stateOf = async (runId: string) =>
  (await patiently(() => db().run.findUniqueOrThrow({ where: { id: runId } }))).state;

test("workers that are killed and replaced, a database that restarts and clocks that jump lose nothing and store nothing twice", async () => {
  // What a try before this one has left.
  for (const worker of workers.splice(0)) worker.process.kill("SIGKILL");
  const requestsBefore = server.requests();
  const { ctx } = await createTestWorkspace();
  const { runId } = await startedRun(ctx, {
    cases: echoCases(cases),
    baseUrl: server.baseUrl,
    maxConcurrency: concurrency,
  });
  startWorker(["--import", clock]);
  startWorker(["--import", clock]);

  const killed = Array.from({ length: 3 }, () => Math.round(cases * 0.45 * Math.random())).sort(
    (a, b) => a - b,
  );
  for (const after of killed) {
    await expect.poll(() => stored(runId), { timeout: 90_000, interval: 50 }).toBeGreaterThanOrEqual(after);
    killOne();
  }
  await expect.poll(() => stored(runId), { timeout: 90_000, interval: 100 }).toBeGreaterThan(cases * 0.5);
  await restartPostgres();
  await expect.poll(() => stateOf(runId), { timeout: 120_000, interval: 250 }).toBe("finished");

  expect(await db().attempt.count({ where: { runId, verdict: "passed", tries: 1 } })).toBe(cases);
  expect(await db().grade.count({ where: { runId } })).toBe(cases);
  const [attempt] = await db().attempt.findMany({
    where: { runId },
    orderBy: { finishedAt: "asc" },
    take: 1,
  });
  expect((attempt?.finishedAt.getTime() ?? 0) - (attempt?.startedAt.getTime() ?? 0)).toBeLessThan(60_000);
  // A killed worker had at most its slots under way, stored answers excluded; nobody else asked anything twice.
  const repeated = server.requests() - requestsBefore - cases;
  expect(repeated, `workers were killed after ${killed.join(", ")} answers`).toBeLessThanOrEqual(
    killed.length * concurrency,
  );
  expect(server.peak()).toBeLessThanOrEqual(2 * concurrency);
  const shards = await db().runShard.aggregate({ where: { runId }, _sum: { passed: true, answered: true } });
  expect(shards._sum).toEqual({ passed: cases, answered: cases });
}, 300_000);
