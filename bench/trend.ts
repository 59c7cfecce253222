// How long the figures of a page of trends take over 1,000 runs with 2 graders and 60 slices each, in an own embedded PostgreSQL.
//
//   node bench/trend.ts
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "#lib/context/context.ts";
import { closeDatabase, pool } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { startPostgres } from "#lib/launch/embedded-postgres/start-postgres.ts";
import { migrateDatabase } from "#lib/launch/migrate-database.ts";
import { listAlarms } from "#lib/trends/alarm/list-alarms.ts";
import { exportTrend } from "#lib/trends/export-trend.ts";
import { getTrend } from "#lib/trends/get-trend.ts";
import { listBestModels } from "#lib/trends/list-best-models.ts";
import { listRecentRuns } from "#lib/trends/list-recent-runs.ts";
import { seedRuns } from "./compare-seed.ts";
import { measure } from "./measure.ts";

const home = await mkdtemp(join(tmpdir(), "touchstone-bench-"));
await chmod(home, 0o755);
const postgres = await startPostgres({ home });
const databaseUrl = postgres.urlOf("bench");
await migrateDatabase(databaseUrl);
setDatabaseUrl(databaseUrl);

try {
  const seeded = await seedRuns({ cases: 20, runs: 1_000, graders: 2 });
  const { workspaceId, datasetId, graderVersionIds } = seeded;
  await addFigures(workspaceId, graderVersionIds);
  const ctx: Context = {
    workspaceId,
    actor: { type: "system", name: "bench" },
    requestId: "bench",
    now: new Date(),
  };
  console.log("A dataset with 1,000 finished runs:");
  await measure("pass rate of whole runs", () => getTrend(ctx, { datasetId }));
  await measure("pass rate of one slice", () => getTrend(ctx, { datasetId, subject: "slice:tag=tag 7" }));
  await measure("pass rate of each of 60 slices", () => getTrend(ctx, { datasetId, subject: "slices:tag" }));
  await measure("mean score of each grader", () => getTrend(ctx, { datasetId, metric: "mean-score" }));
  await measure("p95 latency", () => getTrend(ctx, { datasetId, metric: "latency-p95" }));
  const trend = await getTrend(ctx, { datasetId });
  await measure("alarm of its line", () => listAlarms(ctx, trend, []));
  const view = { search: "", sort: null };
  await measure("export", () => exportTrend(ctx, { datasetId, view }));
  await measure("newest 20 runs against their predecessors, counts remembered", () => listRecentRuns(ctx));
  await measure("best models", () => listBestModels(ctx));
} finally {
  await closeDatabase();
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
}
process.exit(0);

/** Figures by grader, slice and latency as finished runs store them, around 90 passed of 100. */
async function addFigures(workspaceId: string, graderVersionIds: readonly string[]): Promise<void> {
  await pool().query("update run set splits = '{}' where workspace_id = $1", [workspaceId]);
  await pool().query(
    `update scorecard set passed = 85 + floor(random() * 10)::int, latency_p95_ms = 380 + random() * 20 where workspace_id = $1`,
    [workspaceId],
  );
  await pool().query(
    `update scorecard set failed = 100 - passed, pass_rate = passed / 100.0, pass_rate_lower = passed / 100.0 - 0.06,
       pass_rate_upper = passed / 100.0 + 0.05 where workspace_id = $1`,
    [workspaceId],
  );
  await pool().query(
    `insert into run_measure (workspace_id, run_id, kind, key, value, n, passed, estimate, lower, upper, mean)
     select r.workspace_id, r.id, 'grader', v.grader_id, v.id, 100, 90, 0.9, 0.82, 0.94, 0.8 + random() / 10
     from run r, grader_version v where r.workspace_id = $1 and v.id = any($2)`,
    [workspaceId, graderVersionIds],
  );
  await pool().query(
    `insert into run_measure (workspace_id, run_id, kind, key, value, n, passed, estimate, lower, upper)
     select workspace_id, id, 'slice', 'tag', 'tag ' || i, 40, 36, 0.9 - i / 1000.0, 0.77, 0.96
     from run, generate_series(1, 60) i where workspace_id = $1`,
    [workspaceId],
  );
  await pool().query(
    `insert into run_measure (workspace_id, run_id, kind, key, value, n, estimate)
     select workspace_id, id, 'latency', 'p95', '', 99, 390 from run where workspace_id = $1`,
    [workspaceId],
  );
  await pool().query("analyze run_measure, scorecard, run");
}
