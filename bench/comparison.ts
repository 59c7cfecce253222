// How long a comparison takes to answer, in an own embedded PostgreSQL: two runs of 100,000 attempts, and ten of 10,000.
//
//   node bench/comparison.ts
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ComparedCaseFilter } from "#lib/comparisons/cases/compared-case-params.ts";
import { getComparedCase } from "#lib/comparisons/cases/get-compared-case.ts";
import { listComparedCases } from "#lib/comparisons/cases/list-compared-cases.ts";
import { getConfigurationDifference } from "#lib/comparisons/configuration/get-configuration-difference.ts";
import { getComparison } from "#lib/comparisons/get-comparison.ts";
import type { Context } from "#lib/context/context.ts";
import { closeDatabase } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { startPostgres } from "#lib/launch/embedded-postgres/start-postgres.ts";
import { migrateDatabase } from "#lib/launch/migrate-database.ts";
import { seedRuns } from "./compare-seed.ts";

const rounds = 40;
const sizes = [
  { cases: 100_000, runs: 2, graders: 2 },
  { cases: 10_000, runs: 10, graders: 2 },
];

const home = await mkdtemp(join(tmpdir(), "touchstone-bench-"));
await chmod(home, 0o755);
const postgres = await startPostgres({ home });
const databaseUrl = postgres.urlOf("bench");
await migrateDatabase(databaseUrl);
setDatabaseUrl(databaseUrl);

try {
  for (const size of sizes) await measureSize(size);
} finally {
  await closeDatabase();
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
}

/** What the page of a comparison and its table ask for, with 20 slices. The first line is a process that knows nothing yet. */
async function measureSize(size: { cases: number; runs: number; graders: number }): Promise<void> {
  const { cases, runs } = size;
  const seeded = await seedRuns(size);
  const { workspaceId, runIds } = seeded;
  const actor = { type: "system" as const, name: "bench" };
  const ctx: Context = { workspaceId, actor, requestId: "bench", now: new Date() };
  console.log(`\n${runs} runs of ${cases.toLocaleString("en")} attempts:`);
  try {
    const start = performance.now();
    await page(ctx, runIds);
    console.log(`whole page, columns made for the first time: ${(performance.now() - start).toFixed(0)} ms`);
    await percentiles("whole page", () => page(ctx, runIds));
    await percentiles("figures alone", () => getComparison(ctx, { runIds }));
    const list = (filter: Partial<ComparedCaseFilter>) => listComparedCases(ctx, { runIds, ...filter });
    await percentiles("first page of cases", () => list({}));
    await percentiles("cases that regressed", () => list({ show: "regressed" }));
    await percentiles("cell of the matrix", () => list({ cell: "passed.failed" }));
    await percentiles("cases of a slice", () => list({ slice: "tag:topic 3" }));
    await percentiles("search, remembered", () => list({ search: "case-99" }));
    let turn = 0;
    await percentiles("search, a new text each time", () => {
      turn += 1;
      return list({ search: `case-9${turn}` });
    });
    await percentiles("one case with its neighbours", () =>
      getComparedCase(ctx, { runIds, show: "regressed", key: "case-5000" }),
    );
  } finally {
    await seeded.remove();
  }
}

async function page(ctx: Context, runIds: string[]): Promise<void> {
  const [baselineId = "", candidateId = ""] = runIds;
  await Promise.all([getComparison(ctx, { runIds }), listComparedCases(ctx, { runIds })]);
  await getConfigurationDifference(ctx, { baselineId, candidateId });
}

async function percentiles(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => (times[Math.ceil(share * rounds) - 1] ?? 0).toFixed(0);
  console.log(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}
