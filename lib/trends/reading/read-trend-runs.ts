import type { Context } from "#lib/context/context.ts";
import type { Split } from "#lib/datasets/split.ts";
import { pool } from "#lib/db/database.ts";
import type { RunPins, TrendRun } from "../trend-run.ts";

export type FoundRun = { run: TrendRun; pins: RunPins };

export type RunSelection = {
  datasetId: string;
  /** Only these; left out: all. */
  runIds?: readonly string[];
  /** First and last number of a range of runs, both included. */
  numbers?: readonly [number, number] | null;
  limit: number;
};

type Row = {
  runId: string;
  number: number;
  finishedAt: Date;
  modelId: string;
  modelName: string;
  modelVersion: number;
  datasetVersion: number;
  splits: Split[];
  planned: number;
  passed: number;
  failed: number;
  errored: number;
  unscored: number;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
  costMicroUsd: number | null;
  prices: (number | null)[];
  graderVersionIds: string[];
};

const sql = `
  select r.id as "runId", r.number, r.finished_at as "finishedAt", m.id as "modelId", m.name as "modelName",
    mv.number as "modelVersion", dv.number as "datasetVersion", r.splits::text[] as splits, s.planned, s.passed, s.failed, s.errored,
    s.unscored, s.pass_rate as estimate, s.pass_rate_lower as lower, s.pass_rate_upper as upper, s.latency_p50_ms as "latencyP50Ms",
    s.latency_p95_ms as "latencyP95Ms", s.cost_micro_usd::float8 as "costMicroUsd",
    array[r.input_price, r.output_price, r.cached_input_price] as prices,
    array(select grader_version_id::text from run_grader where run_id = r.id order by position) as "graderVersionIds"
  from run r
    join scorecard s on s.run_id = r.id
    join model_version mv on mv.id = r.model_version_id
    join model m on m.id = mv.model_id
    join dataset_version dv on dv.id = r.dataset_version_id
  where r.workspace_id = $1 and r.dataset_id = $2 and r.state = 'finished' and r.finished_at is not null
    and ($4::uuid[] is null or r.id = any($4)) and ($5::int is null or r.number between $5 and $6)
  order by r.finished_at desc, r.number desc limit $3`;

/** Finished runs of a dataset, the newest first. Reads the columns of stored scorecards: no attempt is counted again. */
export async function readTrendRuns(ctx: Context, selection: RunSelection): Promise<FoundRun[]> {
  const { datasetId, limit, runIds = null, numbers = null } = selection;
  const [first, last] = numbers ?? [null, null];
  const { rows } = await pool().query<Row>(sql, [ctx.workspaceId, datasetId, limit, runIds, first, last]);
  const graders = await readGraders(ctx, [...new Set(rows.flatMap((row) => row.graderVersionIds))]);
  return rows.map((row) => ({
    run: toTrendRun(row),
    pins: {
      prices: row.prices,
      graders: row.graderVersionIds.flatMap((id) => graders.get(id) ?? []),
    },
  }));
}

type Grader = RunPins["graders"][number];

async function readGraders(ctx: Context, versionIds: readonly string[]): Promise<Map<string, Grader>> {
  const { rows } = await pool().query<Grader>(
    `select v.id as "versionId", g.id as "graderId", g.name, v.number
     from grader_version v join grader g on g.id = v.grader_id where v.workspace_id = $1 and v.id = any($2)`,
    [ctx.workspaceId, versionIds],
  );
  return new Map(rows.map((row) => [row.versionId, row]));
}

function toTrendRun(row: Row): TrendRun {
  const { estimate, lower, upper } = row;
  return {
    runId: row.runId,
    number: row.number,
    finishedAt: row.finishedAt,
    model: { id: row.modelId, name: row.modelName, versionNumber: row.modelVersion },
    datasetVersion: row.datasetVersion,
    splits: row.splits,
    planned: row.planned,
    passed: row.passed,
    scored: row.passed + row.failed,
    errored: row.errored,
    unscored: row.unscored,
    passRate: estimate === null || lower === null || upper === null ? null : { estimate, lower, upper },
    latencyP50Ms: row.latencyP50Ms,
    latencyP95Ms: row.latencyP95Ms,
    costMicroUsd: row.costMicroUsd,
  };
}
