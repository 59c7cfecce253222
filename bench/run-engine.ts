// How long a run takes from its start to its stored scorecard, against a fake server with a fixed latency, with everything stored and
// graded: an own embedded PostgreSQL, the server and the workers in processes of their own.
//
//   node bench/run-engine.ts [--cases 1000] [--latency-ms 50] [--concurrency 50] [--workers 1] [--kill-half]
//
// Several numbers of cases, as in --cases 1000,10000,100000, are run one after the other by the same workers, and their cost for a case is
// put side by side at the end.
// With --kill-half the first worker is killed with -9 when half of the answers are stored, and another one is started.
import { type ChildProcess, fork, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Context } from "#lib/context/context.ts";
import { closeDatabase, db, pool } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { newId } from "#lib/ids/new-id.ts";
import { startPostgres } from "#lib/launch/embedded-postgres/start-postgres.ts";
import { migrateDatabase } from "#lib/launch/migrate-database.ts";
import { nodeFlags, projectFolder, workerFlags, workerMemory } from "#lib/launch/processes/node-program.ts";
import { closeSender } from "#lib/queue/send-job.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { preparedRun } from "#lib/testing/factories/started-run.ts";
import { bareLoopSeconds } from "./bare-loop.ts";
import { cpuSecondsBelow } from "./cpu-seconds.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "1000" },
    "latency-ms": { type: "string", default: "50" },
    concurrency: { type: "string", default: "50" },
    workers: { type: "string", default: "1" },
    "kill-half": { type: "boolean", default: false },
  },
});
const sizes = values.cases.split(",").map(Number);
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

const workers: ChildProcess[] = [];
async function startWorker(): Promise<void> {
  const worker = fork(join(projectFolder, "lib/worker/main.ts"), {
    execArgv: [...nodeFlags, ...workerFlags()],
    env: {
      ...workerMemory,
      ...process.env,
      DATABASE_URL: databaseUrl,
      TOUCHSTONE_HOME: home,
      LOG_LEVEL: "error",
      // As `npm start` sets it.
      NODE_COMPILE_CACHE: join(projectFolder, "node_modules", ".cache", "touchstone"),
    },
  });
  workers.push(worker);
  await new Promise((resolve) => worker.once("message", resolve));
}
await Promise.all(Array.from({ length: Number(values.workers) }, startWorker));

const workspaceId = newId();
await db().workspace.create({ data: { id: workspaceId, name: "Bench" } });
const ctx: Context = {
  workspaceId,
  actor: { type: "system", name: "bench" },
  requestId: newId(),
  now: new Date(),
};
const postmaster = Number((await readFile(join(home, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
const cpuNow = () => ({
  worker: workers.reduce((sum, { pid }) => sum + cpuSecondsBelow(pid), 0),
  PostgreSQL: cpuSecondsBelow(postmaster),
  server: cpuSecondsBelow(server.pid),
});
const bareCalls = Math.min(10_000, sizes[0] ?? 1_000);
const bareSeconds = await bareLoopSeconds({ baseUrl, calls: bareCalls, concurrency });
console.log(
  `this machine now: ${bareCalls} calls of a bare HTTP client, nothing stored: ${bareSeconds.toFixed(2)} s, ${(bareCalls / bareSeconds).toFixed(0)} a second`,
);
// What this process and the worker compile with their first run is not a cost of every run.
const first = await preparedRun(ctx, { cases: echoCases(50), baseUrl, maxConcurrency: concurrency });
await endOf((await first.start()).runId, null);
const idleBefore = await transactionsTold();
const transactionsIdle = (await transactionsTold()) - idleBefore;
const costs: { cases: number; ms: number; transactions: number }[] = [];
for (const cases of sizes) costs.push(await measureRun(cases));
if (costs.length > 1) printSideBySide();

const ended = workers.map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
for (const worker of workers) worker.kill("SIGTERM");
await Promise.all(ended);
server.kill();
await closeSender();
await closeDatabase();
await postgres.stop();
await rm(home, { recursive: true, force: true });
process.exit(0);

/** Waits for the end of a run. Returns how often it has looked. */
async function endOf(runId: string, killAt: number | null): Promise<number> {
  let state = "queued";
  let killed = killAt === null;
  let looked = 0;
  while (state !== "finished" && state !== "failed" && state !== "paused") {
    await sleep(20);
    const { rows } = await pool().query<{ state: string }>({
      name: "state",
      text: "select state from run where id = $1",
      values: [runId],
    });
    state = rows[0]?.state ?? "failed";
    looked += 1;
    if (!killed && (await db().attempt.count({ where: { runId } })) >= (killAt ?? 0)) {
      workers.shift()?.kill("SIGKILL");
      killed = true;
      await startWorker();
    }
  }
  return looked;
}

/** One run from its start to its scorecard, with what it printed and what a case of it cost. */
async function measureRun(cases: number): Promise<{ cases: number; ms: number; transactions: number }> {
  const prepared = await preparedRun(ctx, {
    cases: echoCases(cases),
    baseUrl,
    maxConcurrency: concurrency,
  });
  const transactionsBefore = await transactionsTold();
  const requestsBefore = await requestsSoFar();
  const cpuBefore = cpuNow();
  const { runId, startedAt } = await prepared.start();
  const looked = await endOf(runId, values["kill-half"] ? cases / 2 : null);
  const seconds = (performance.now() - startedAt) / 1_000;
  const ideal = (Math.ceil(cases / concurrency) * latencyMs) / 1_000;
  const scorecard = await db().scorecard.findUniqueOrThrow({ where: { runId } });
  const { passed, failed, errored } = scorecard;
  const { rows } = await pool().query<{ first: Date; last: Date }>(
    "select min(started_at) as first, max(finished_at) as last from attempt where run_id = $1",
    [runId],
  );
  const startedOn = performance.timeOrigin + startedAt;
  const [firstCall, lastAnswer] = [rows[0]?.first, rows[0]?.last].map(
    (at) => (Number(at) - startedOn) / 1_000,
  );
  console.log(
    `${cases} cases, ${latencyMs} ms, concurrency ${concurrency}, ${values.workers} worker(s): ${seconds.toFixed(2)} s`,
  );
  console.log(
    `  ideal ${ideal.toFixed(2)} s, ${(cases / seconds).toFixed(0)} cases a second; ${passed} passed, ${failed} failed, ${errored} errored`,
  );
  while ((await db().graderOutcomes.count({ where: { runId } })) === 0) await sleep(20);
  const columnsAt = (performance.now() - startedAt) / 1_000;
  console.log(
    `  first call after ${firstCall?.toFixed(2)} s, last answer at ${lastAnswer?.toFixed(2)} s, scorecard at ${seconds.toFixed(2)} s, columns for the pages at ${columnsAt.toFixed(2)} s`,
  );
  console.log(
    `  recorded latency: median ${scorecard.latencyP50Ms?.toFixed(1)} ms, p95 ${scorecard.latencyP95Ms?.toFixed(1)} ms`,
  );
  const cpu = Object.entries(cpuNow()).map(([name, spent]) => {
    const before = cpuBefore[name === "worker" || name === "PostgreSQL" ? name : "server"];
    return `${name} ${(((spent - before) / cases) * 1e6).toFixed(0)}`;
  });
  console.log(`  processor time for a case, in microseconds: ${cpu.join(", ")}`);
  const perCase = ((await transactionsTold()) - transactionsBefore - looked - transactionsIdle) / cases;
  console.log(
    `  memory of the workers at most ${workers.map(peakMegabytes).join(", ")} MB; ${perCase.toFixed(3)} transactions for a case`,
  );
  if (values["kill-half"]) {
    const [stored, grades] = await Promise.all([
      db().attempt.count({ where: { runId } }),
      db().grade.count({ where: { runId } }),
    ]);
    const asked = (await requestsSoFar()) - requestsBefore;
    console.log(
      `  killed at half: ${cases - stored} lost, ${grades - cases} graded twice, ${asked - cases} calls repeated`,
    );
  }
  return { cases, ms: (seconds * 1_000) / cases, transactions: perCase };
}

function printSideBySide(): void {
  const [first] = costs;
  console.log("cases, milliseconds and transactions for a case, and their ratio to the first:");
  for (const { cases, ms, transactions: perCase } of costs) {
    const ratios = [ms / (first?.ms ?? 1), perCase / (first?.transactions ?? 1)];
    console.log(
      `  ${cases}: ${ms.toFixed(3)} ms (${ratios[0]?.toFixed(2)}), ${perCase.toFixed(3)} (${ratios[1]?.toFixed(2)})`,
    );
  }
}

async function requestsSoFar(): Promise<number> {
  return Number((await (await fetch(`${baseUrl}/requests`)).json()).requests);
}

/**
 * What all sessions have told by now: an idle one tells PostgreSQL's statistics of its transactions after 10 seconds. Those of the wait
 * itself are `transactionsIdle`.
 */
async function transactionsTold(): Promise<number> {
  await sleep(11_000);
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()`;
  return Number(row?.count ?? 0);
}

/** Linux only; elsewhere it is not known. */
function peakMegabytes({ pid }: ChildProcess): string {
  try {
    const [, kilobytes = ""] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return (Number(kilobytes) / 1_024).toFixed(0);
  } catch {
    return "unknown";
  }
}
