// How long the scorecard of a run of 100,000 attempts takes to compute, in an own embedded PostgreSQL: once each case, and with repetitions,
// clusters, tags and metadata.
//
//   node bench/scorecard.ts [--attempts 100000]
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Context } from "#lib/context/context.ts";
import { closeDatabase, db, pool } from "#lib/db/database.ts";
import { setDatabaseUrl } from "#lib/env/env.ts";
import { newId } from "#lib/ids/new-id.ts";
import { startPostgres } from "#lib/launch/embedded-postgres/start-postgres.ts";
import { migrateDatabase } from "#lib/launch/migrate-database.ts";
import { computeScorecard } from "#lib/scorecards/compute-scorecard.ts";
import { loadGraderGrid } from "#lib/scorecards/grid/load-grader-grid.ts";
import { seedRuns } from "./compare-seed.ts";
import { measure } from "./measure.ts";

const { values } = parseArgs({ options: { attempts: { type: "string", default: "100000" } } });
const attempts = Number(values.attempts);

const home = await mkdtemp(join(tmpdir(), "touchstone-bench-"));
await chmod(home, 0o755);
const postgres = await startPostgres({ home });
const databaseUrl = postgres.urlOf("bench");
await migrateDatabase(databaseUrl);
setDatabaseUrl(databaseUrl);

try {
  for (const repetitions of [1, 10]) {
    const seeded = await seedRuns({ cases: attempts / repetitions, runs: 1, graders: 2 });
    const [runId = ""] = seeded.runIds;
    await addSlices(runId);
    await answerWithLabels(runId);
    await addRepetitions(runId, repetitions);
    const { planned } = await db().run.findUniqueOrThrow({ where: { id: runId } });
    const scope = { workspaceId: seeded.workspaceId, runId };
    const name = `${attempts} attempts, ${repetitions} of each case, 2 graders, 4 slices each`;
    await measure(name, () => computeScorecard(scope, planned));
    await measureGrid(`graders by slice of ${name}`, scope);
    await pool().query("update case_revision set cluster = 'document ' || position % 5000");
    await measure(`${name}, cases in clusters`, () => computeScorecard(scope, planned));
    await addWholeRunGraders(seeded.workspaceId, runId);
    await measure(`${name}, cases in clusters, and corpus BLEU and calibration`, () =>
      computeScorecard(scope, planned),
    );
    await seeded.remove();
  }
} finally {
  await closeDatabase();
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
}
process.exit(0);

/** From stored columns, as the page reads them; the columns themselves are remembered by the process after the first reading. */
async function measureGrid(
  name: string,
  { workspaceId, runId }: { workspaceId: string; runId: string },
): Promise<void> {
  const ctx: Context = {
    workspaceId,
    actor: { type: "system", name: "bench" },
    requestId: newId(),
    now: new Date(),
  };
  await measure(name, () => loadGraderGrid(ctx, { runId }));
}

async function addSlices(runId: string): Promise<void> {
  await pool().query(
    `update case_revision set tags = array['tag ' || position % 7, 'tag ' || position % 11],
       metadata = jsonb_build_object('language', 'language ' || position % 12, 'id', position)
     where id in (select case_revision_id from attempt where run_id = $1)`,
    [runId],
  );
}

/** Nine answers in ten are the label, the others the next one: the confusion matrix has intervals. */
async function answerWithLabels(runId: string): Promise<void> {
  await pool().query(
    `update attempt a set output = case when random() < 0.9 then r.expected #>> '{}' else 'label ' || (r.position + 1) % 8 end
     from case_revision r where r.id = a.case_revision_id and a.run_id = $1 and a.output is not null`,
    [runId],
  );
}

/** Graders whose grades are added up over the whole run, with grades as they would have stored them. */
async function addWholeRunGraders(workspaceId: string, runId: string): Promise<void> {
  for (const [kind, config, detail] of [
    [
      "bleu",
      { tokeniser: "13a", casing: "keep", smoothing: "exp", smoothingValue: null, maximumOrder: 4 },
      "jsonb_build_object('sums', jsonb_build_array(9 + random() * 3, 6, 3, 2, 12, 11, 10, 9, 12, 13))",
    ],
    ["stated-confidence", { source: "text", name: "confidence", scale: "fraction" }, "null::jsonb"],
  ] as const) {
    const [graderId, versionId] = [newId(), newId()];
    await pool().query("insert into grader (id, workspace_id, name) values ($2, $1, $3)", [
      workspaceId,
      graderId,
      kind,
    ]);
    await pool().query(
      `insert into grader_version (id, workspace_id, grader_id, number, kind, config, threshold, weight, content_hash, created_by)
       values ($2, $1, $3, 1, $4, $5, 0.5, 0, 'x', 'bench')`,
      [workspaceId, versionId, graderId, kind, config],
    );
    await pool().query(
      "insert into run_grader (workspace_id, run_id, grader_version_id, position) values ($1, $2, $3, 9)",
      [workspaceId, runId, versionId],
    );
    await pool().query(
      `insert into grade (workspace_id, run_id, case_id, repetition, grader_version_id, status, score, passed, reason, detail)
       select $1, $2, case_id, repetition, $3, 'scored', random(), true, 'measured', ${detail}
       from attempt where run_id = $2 and outcome = 'answered'`,
      [workspaceId, runId, versionId],
    );
  }
  await pool().query("analyze grade");
}

async function addRepetitions(runId: string, repetitions: number): Promise<void> {
  await pool().query(
    `insert into attempt (workspace_id, run_id, case_id, repetition, case_revision_id, shard_index, outcome, verdict, output, prompt,
       finish_reason, latency_ms, time_to_first_token_ms, prompt_tokens, completion_tokens, cost_micro_usd, error_class, error_message,
       tries, started_at, finished_at)
     select workspace_id, run_id, case_id, repetition + i, case_revision_id, shard_index, outcome,
       case when verdict = 'passed' and random() < 0.2 then 'failed' else verdict end, output, prompt, 'stop', latency_ms * (0.5 + random()),
       latency_ms / 4, 300, 40, cost_micro_usd, error_class, error_message, tries, started_at, finished_at
     from attempt, generate_series(1, $2::int - 1) i where run_id = $1 and repetition = 1`,
    [runId, repetitions],
  );
  await pool().query(
    `insert into grade (workspace_id, run_id, case_id, repetition, grader_version_id, status, score, passed, reason)
     select a.workspace_id, a.run_id, a.case_id, a.repetition, g.grader_version_id, 'scored', case when verdict = 'passed' then 1 else 0 end,
       verdict = 'passed', 'compared with the expected value'
     from attempt a join run_grader g on g.run_id = a.run_id where a.run_id = $1 and outcome = 'answered' and repetition > 1`,
    [runId],
  );
  await pool().query("update run set repetitions = $2, planned = planned * $2 where id = $1", [
    runId,
    repetitions,
  ]);
  await pool().query("analyze attempt, grade, case_revision");
}
