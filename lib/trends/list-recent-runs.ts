import { z } from "zod";
import { compareVerdicts, type VerdictChange } from "#lib/comparisons/compare-verdicts.ts";
import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";

export const listRecentRunsInput = z.object({ limit: z.number().int().min(1).max(20).default(20) });
export type ListRecentRunsInput = z.input<typeof listRecentRunsInput>;

export type RecentRun = {
  runId: string;
  number: number;
  finishedAt: Date;
  dataset: { id: string; name: string; versionNumber: number };
  model: { id: string; name: string; versionNumber: number };
  scored: number;
  errored: number;
  unscored: number;
  passRate: { estimate: number; lower: number; upper: number } | null;
  /** Against the finished run before it of the same dataset, model and splits; null for the first one. */
  change: (VerdictChange & { previousId: string; previousNumber: number }) | null;
};

type Row = Omit<RecentRun, "dataset" | "model" | "passRate" | "change"> & {
  datasetId: string;
  datasetName: string;
  datasetVersion: number;
  modelId: string;
  modelName: string;
  modelVersion: number;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  previousId: string | null;
  previousNumber: number | null;
};

const sql = `
  select r.id as "runId", r.number, r.finished_at as "finishedAt", d.id as "datasetId", d.name as "datasetName",
    dv.number as "datasetVersion", m.id as "modelId", m.name as "modelName", mv.number as "modelVersion",
    s.passed + s.failed as scored, s.errored, s.unscored, s.pass_rate as estimate, s.pass_rate_lower as lower,
    s.pass_rate_upper as upper, p.id as "previousId", p.number as "previousNumber"
  from (
    select * from run where workspace_id = $1 and state = 'finished' and finished_at is not null
    order by finished_at desc, number desc limit $2
  ) r
    join scorecard s on s.run_id = r.id
    join model_version mv on mv.id = r.model_version_id
    join model m on m.id = mv.model_id
    join dataset_version dv on dv.id = r.dataset_version_id
    join dataset d on d.id = r.dataset_id
    left join lateral (
      select b.id, b.number from run b join model_version bv on bv.id = b.model_version_id
      where b.workspace_id = $1 and b.dataset_id = r.dataset_id and bv.model_id = mv.model_id and b.state = 'finished'
        and b.splits @> r.splits and r.splits @> b.splits and (b.finished_at, b.number) < (r.finished_at, r.number)
        and exists (select 1 from scorecard where run_id = b.id)
      order by b.finished_at desc, b.number desc limit 1
    ) p on true
  order by r.finished_at desc, r.number desc`;

/** The runs that finished last, each against its predecessor: at most 20 comparisons, most of them remembered from before. */
export async function listRecentRuns(ctx: Context, input: ListRecentRunsInput = {}): Promise<RecentRun[]> {
  const { limit } = parseInput(listRecentRunsInput, input);
  const { rows } = await pool().query<Row>(sql, [ctx.workspaceId, limit]);
  const pairs = rows.flatMap(({ previousId, runId }) =>
    previousId === null ? [] : [{ baselineId: previousId, candidateId: runId }],
  );
  const changes = await compareVerdicts(ctx, pairs);
  const changeOf = new Map(pairs.map((pair, index) => [pair.candidateId, changes[index]]));
  return rows.map((row) => toRecentRun(row, changeOf.get(row.runId)));
}

function toRecentRun(row: Row, change: VerdictChange | undefined): RecentRun {
  const { estimate, lower, upper, previousId, previousNumber } = row;
  return {
    runId: row.runId,
    number: row.number,
    finishedAt: row.finishedAt,
    dataset: { id: row.datasetId, name: row.datasetName, versionNumber: row.datasetVersion },
    model: { id: row.modelId, name: row.modelName, versionNumber: row.modelVersion },
    scored: row.scored,
    errored: row.errored,
    unscored: row.unscored,
    passRate: estimate === null || lower === null || upper === null ? null : { estimate, lower, upper },
    change:
      change === undefined || previousId === null || previousNumber === null
        ? null
        : { ...change, previousId, previousNumber },
  };
}
