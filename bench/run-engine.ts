// How long a run takes from its start to its stored scorecard, against a fake server with a fixed latency, with everything stored and
// graded: an own embedded PostgreSQL, the server and the workers in processes of their own.
//
//   node bench/run-engine.ts [--cases 1000] [--latency-ms 50] [--concurrency 50] [--workers 1]
import { fork, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Context } from "#lib/context/context.ts";
import { closeDatabase, db } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { newId } from "#lib/ids/new-id.ts";
import { startPostgres } from "#lib/launch/embedded-postgres/start-postgres.ts";
import { migrateDatabase } from "#lib/launch/migrate-database.ts";
import { nodeFlags, projectFolder } from "#lib/launch/processes/node-program.ts";
import { closeSender } from "#lib/queue/send-job.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "1000" },
    "latency-ms": { type: "string", default: "50" },
    concurrency: { type: "string", default: "50" },
    workers: { type: "string", default: "1" },
  },
});
const cases = Number(values.cases);
const latencyMs = Number(values["latency-ms"]);
const concurrency = Number(values.concurrency);

const home = await mkdtemp(join(tmpdir(), "touchstone-bench-"));
await chmod(home, 0o755);
const postgres = await startPostgres({ home });
const databaseUrl = postgres.urlOf("bench");
await migrateDatabase(databaseUrl);
setDatabaseUrl(databaseUrl);
process.env.TOUCHSTONE_ENCRYPTION_KEY = "a key for the bench, at least thirty-two characters";

const server = spawn(
  process.execPath,
  [...nodeFlags, "lib/testing/fake-model-server/main.ts", "--latency-ms", String(latencyMs)],
  { cwd: projectFolder, stdio: ["ignore", "pipe", "inherit"] },
);
const baseUrl = await new Promise<string>((resolve) => {
  server.stdout.once("data", (chunk: Buffer) =>
    resolve(JSON.parse(chunk.toString().split("\n")[0] ?? "{}").baseUrl),
  );
});
const workers = Array.from({ length: Number(values.workers) }, () =>
  fork(join(projectFolder, "lib/worker/main.ts"), {
    execArgv: [
      ...nodeFlags,
      ...(process.env.BENCH_PROF ? ["--cpu-prof", "--cpu-prof-dir=/tmp/scratch/prof"] : []),
    ],
    env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: "warn" },
  }),
);
await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("message", resolve))));

const workspaceId = newId();
await db().workspace.create({ data: { id: workspaceId, name: "Bench" } });
const ctx: Context = {
  workspaceId,
  actor: { type: "system", name: "bench" },
  requestId: newId(),
  now: new Date(),
};
const { runId, startedAt } = await startedRun(ctx, {
  cases: echoCases(cases),
  baseUrl,
  maxConcurrency: concurrency,
});
let state = "queued";
while (state !== "finished" && state !== "failed") {
  await sleep(20);
  state = (await db().run.findUniqueOrThrow({ where: { id: runId }, select: { state: true } })).state;
}
const seconds = (performance.now() - startedAt) / 1_000;
const ideal = (Math.ceil(cases / concurrency) * latencyMs) / 1_000;
const scorecard = await db().scorecard.findUniqueOrThrow({ where: { runId } });
const scores = `${scorecard.passed} passed, ${scorecard.failed} failed, ${scorecard.errored} errored`;
console.log(
  `${cases} cases, ${latencyMs} ms, concurrency ${concurrency}, ${workers.length} worker(s): ${seconds.toFixed(2)} s`,
);
console.log(`  ideal ${ideal.toFixed(2)} s, ${(cases / seconds).toFixed(0)} cases a second; ${scores}`);
console.log(
  `  recorded latency: median ${scorecard.latencyP50Ms?.toFixed(1)} ms, p95 ${scorecard.latencyP95Ms?.toFixed(1)} ms`,
);

const ended = workers.map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
for (const worker of workers) worker.kill("SIGTERM");
await Promise.all(ended);
server.kill();
await closeSender();
await closeDatabase();
await postgres.stop();
await rm(home, { recursive: true, force: true });
process.exit(0);
