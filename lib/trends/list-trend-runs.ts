import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import type { Split } from "#lib/datasets/split.ts";
import { db, pool } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import type { TrendRun } from "./trend-run.ts";

export const listTrendRunsInput = z.object({
  datasetId: idSchema,
  limit: z.number().int().min(1).max(1000).default(1000),
});
export type ListTrendRunsInput = z.input<typeof listTrendRunsInput>;

export type Trend = {
  dataset: { id: string; name: string };
  /** The newest finished runs, oldest first. */
  runs: TrendRun[];
  /** Whether there are older ones that the limit leaves out. */
  hasOlder: boolean;
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
  latencyP95Ms: number | null;
  costMicroUsd: number | null;
};

const sql = `
  select r.id as "runId", r.number, r.finished_at as "finishedAt", m.id as "modelId", m.name as "modelName",
    mv.number as "modelVersion", dv.number as "datasetVersion", r.splits::text[] as splits, s.planned, s.passed, s.failed, s.errored,
    s.unscored, s.pass_rate as estimate, s.pass_rate_lower as lower, s.pass_rate_upper as upper,
    s.latency_p95_ms as "latencyP95Ms", s.cost_micro_usd::float8 as "costMicroUsd"
  from run r
    join scorecard s on s.run_id = r.id
    join model_version mv on mv.id = r.model_version_id
    join model m on m.id = mv.model_id
    join dataset_version dv on dv.id = r.dataset_version_id
  where r.workspace_id = $1 and r.dataset_id = $2 and r.state = 'finished' and r.finished_at is not null
  order by r.finished_at desc, r.number desc limit $3`;

/** How a dataset's finished runs went over time. Reads the columns of stored scorecards: no attempt is counted again. */
export async function listTrendRuns(ctx: Context, input: ListTrendRunsInput): Promise<Trend> {
  const { datasetId, limit } = parseInput(listTrendRunsInput, input);
  const [dataset, { rows }] = await Promise.all([
    db().dataset.findFirst({
      where: { id: datasetId, workspaceId: ctx.workspaceId },
      select: { id: true, name: true },
    }),
    pool().query<Row>(sql, [ctx.workspaceId, datasetId, limit + 1]),
  ]);
  if (dataset === null)
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  return { dataset, runs: rows.slice(0, limit).reverse().map(toTrendRun), hasOlder: rows.length > limit };
}

function toTrendRun({ estimate, lower, upper, passed, failed, ...row }: Row): TrendRun {
  const { modelId, modelName, modelVersion, ...rest } = row;
  return {
    ...rest,
    model: { id: modelId, name: modelName, versionNumber: modelVersion },
    scored: passed + failed,
    passRate: estimate === null || lower === null || upper === null ? null : { estimate, lower, upper },
  };
}
