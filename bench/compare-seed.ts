import { pool } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";

export type SeededRuns = {
  workspaceId: string;
  datasetId: string;
  runIds: string[];
  graderVersionIds: string[];
  remove: () => Promise<void>;
};

type Size = { cases: number; runs: number; graders: number };

/** A workspace of its own with one dataset and its runs, written in SQL: 400-character answers, 600-character prompts. */
export async function seedRuns(size: Size): Promise<SeededRuns> {
  const workspaceId = newId();
  const remove = async () => await removeWorkspace(workspaceId);
  try {
    const pins = await writePins(workspaceId, size);
    const runIds: string[] = [];
    for (let number = 1; number <= size.runs; number++) {
      runIds.push(await writeRun(workspaceId, pins, number, size.cases));
    }
    await pool().query(`analyze attempt, grade, case_revision, "case", run, scorecard`);
    const { datasetId, graderVersionIds } = pins;
    return { workspaceId, datasetId, runIds, graderVersionIds, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

type Pins = {
  datasetId: string;
  versionId: string;
  modelVersionId: string;
  experimentId: string;
  graderVersionIds: string[];
};

async function writePins(workspaceId: string, { cases, graders }: Size): Promise<Pins> {
  const [datasetId, versionId, modelId, modelVersionId, experimentId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  await query(`insert into workspace (id, name) values ($1, 'Benchmark')`, [workspaceId]);
  await query(`insert into dataset (id, workspace_id, name) values ($2, $1, 'Benchmark')`, [
    workspaceId,
    datasetId,
  ]);
  await query(
    `insert into dataset_version (id, workspace_id, dataset_id, number, note, case_count, published_by)
     values ($3, $1, $2, 1, '', $4, 'bench')`,
    [workspaceId, datasetId, versionId, cases],
  );
  await query(
    `insert into "case" (id, workspace_id, dataset_id, key, position)
     select gen_random_uuid(), $1, $2, 'case-' || i, i from generate_series(1, $3::int) i`,
    [workspaceId, datasetId, cases],
  );
  await query(
    `insert into case_revision (id, workspace_id, dataset_id, case_id, key, position, input, expected, tags, split, metadata,
       content_hash, is_head, first_version, created_by)
     select gen_random_uuid(), $1, $2, id, key, position, jsonb_build_object('text', repeat('a question of some length ', 12) || key),
       to_jsonb('label ' || position % 8), array['topic ' || position % 20], 'held_out', '{}', md5(key), true, 1, 'bench'
     from "case" where dataset_id = $2 order by position`,
    [workspaceId, datasetId],
  );
  await query(`insert into model (id, workspace_id, name) values ($2, $1, 'Benchmark')`, [
    workspaceId,
    modelId,
  ]);
  await query(
    `insert into model_version (id, workspace_id, model_id, number, provider, messages, parameters, built_in_kind, content_hash, created_by)
     values ($3, $1, $2, 1, 'built_in', '[]', '{}', 'lead-n', 'x', 'bench')`,
    [workspaceId, modelId, modelVersionId],
  );
  await query(
    `insert into experiment (id, workspace_id, dataset_id, name, request_key, created_by) values ($3, $1, $2, 'Benchmark', 'benchmark', 'bench')`,
    [workspaceId, datasetId, experimentId],
  );
  const graderVersionIds = [];
  for (let index = 0; index < graders; index++) {
    const [graderId, graderVersionId] = [newId(), newId()];
    await query(`insert into grader (id, workspace_id, name) values ($2, $1, $3)`, [
      workspaceId,
      graderId,
      `Grader ${index}`,
    ]);
    await query(
      `insert into grader_version (id, workspace_id, grader_id, number, kind, config, threshold, content_hash, created_by)
       values ($3, $1, $2, 1, 'exact-match', '{}', 1, 'x', 'bench')`,
      [workspaceId, graderId, graderVersionId],
    );
    graderVersionIds.push(graderVersionId);
  }
  return { datasetId, versionId, modelVersionId, experimentId, graderVersionIds };
}

async function writeRun(workspaceId: string, pins: Pins, number: number, cases: number): Promise<string> {
  const { datasetId, versionId, modelVersionId, experimentId, graderVersionIds } = pins;
  const runId = newId();
  await query(
    `insert into run (id, workspace_id, experiment_id, number, dataset_id, dataset_version_id, model_version_id, concurrency,
       max_tries, splits, state, planned, created_by, started_at, finished_at)
     values ($2, $1, $3, $4::int, $5, $6, $7, 1, 1, '{}', 'finished', $8::int, 'bench', now(), now() - ($4::int || ' minutes')::interval)`,
    [workspaceId, runId, experimentId, number, datasetId, versionId, modelVersionId, cases],
  );
  await query(
    `insert into attempt (workspace_id, run_id, case_id, repetition, case_revision_id, shard_index, outcome, verdict, output, prompt,
       latency_ms, cost_micro_usd, error_class, error_message, tries, started_at, finished_at)
     select $1, $2, case_id, 1, id, 0, case when r < 0.01 then 'errored' else 'answered' end::"AttemptOutcome",
       case when r < 0.01 then 'errored' when r < 0.90 then 'passed' else 'failed' end::"Verdict",
       case when r >= 0.01 then repeat('an answer of the model, ', 16) end, jsonb_build_array(repeat('a prompt as it was sent, ', 24)),
       case when r >= 0.01 then 100 + 300 * r end, case when r >= 0.01 then 42 end, case when r < 0.01 then 'timeout' end, case when r < 0.01 then 'No answer in time.' end, 1, now(), now()
     from (select *, random() as r from case_revision where dataset_id = $3) revisions order by position`,
    [workspaceId, runId, datasetId],
  );
  await query(
    `insert into grade (workspace_id, run_id, case_id, repetition, grader_version_id, status, score, passed, reason)
     select $1, $2, case_id, 1, grader, 'scored', case when verdict = 'passed' then 1 else 0 end, verdict = 'passed', 'compared with the expected value'
     from attempt, unnest($3::uuid[]) grader where run_id = $2 and outcome = 'answered'`,
    [workspaceId, runId, graderVersionIds],
  );
  await query(
    `insert into run_shard (workspace_id, run_id, index, first_position, last_position, planned, state, answered, errored, passed, failed)
     select $1, $2, 0, 1, $3::int, $3::int, 'done', count(*) filter (where outcome = 'answered'), count(*) filter (where outcome = 'errored'),
       count(*) filter (where verdict = 'passed'), count(*) filter (where verdict = 'failed')
     from attempt where run_id = $2`,
    [workspaceId, runId, cases],
  );
  await query(
    `insert into run_grader (workspace_id, run_id, grader_version_id, position) select $1, $2, g, i from unnest($3::uuid[]) with ordinality t(g, i)`,
    [workspaceId, runId, graderVersionIds],
  );
  await query(
    `insert into scorecard (run_id, workspace_id, planned, passed, failed, unscored, errored, pass_rate, pass_rate_lower, pass_rate_upper,
       latency_p50_ms, latency_p95_ms, cost_micro_usd, payload)
     values ($2, $1, 100, 90, 10, 0, 0, 0.9, 0.85, 0.95, 200, 390, 4200, '{}')`,
    [workspaceId, runId],
  );
  return runId;
}

const query = async (sql: string, values: unknown[]) => await pool().query(sql, values);

async function removeWorkspace(workspaceId: string): Promise<void> {
  // Attempts hold their cases and revisions, so runs go first. Whole tables by workspace: cascades row by row take minutes.
  for (const table of ["grade", "attempt", "scorecard", "run_grader", "run", "experiment", "case_revision"]) {
    await pool().query(`delete from ${table} where workspace_id = $1`, [workspaceId]);
  }
  await pool().query("delete from workspace where id = $1", [workspaceId]);
}
