import { compareVerdicts, type VerdictChange } from "#lib/comparisons/compare-verdicts.ts";
import type { Context } from "#lib/context/context.ts";
import type { Split } from "#lib/datasets/split.ts";
import { pool } from "#lib/db/database.ts";

export type RankedRun = {
  runId: string;
  number: number;
  model: { id: string; name: string; versionNumber: number };
  scored: number;
  passRate: { estimate: number; lower: number; upper: number };
};

export type BestModel = {
  dataset: { id: string; name: string; versionNumber: number };
  splits: Split[];
  best: RankedRun;
  /** Models with a finished run on that version and those splits. */
  models: number;
  runnerUp: RankedRun | null;
  /** Best against runner-up, on the same cases. */
  lead: VerdictChange | null;
};

type Row = {
  datasetId: string;
  datasetName: string;
  datasetVersion: number;
  splits: Split[];
  runId: string;
  number: number;
  modelId: string;
  modelName: string;
  modelVersion: number;
  scored: number;
  estimate: number;
  lower: number;
  upper: number;
  models: number;
};

const shownDatasets = 12;

// Only runs of one version and choice of splits are ranked together; which one is told by the newest run of the dataset.
const sql = `
  with latest as (
    select * from (
      select distinct on (r.dataset_id) r.dataset_id, r.dataset_version_id, r.splits, r.finished_at
      from run r join scorecard s on s.run_id = r.id join dataset d on d.id = r.dataset_id
      where r.workspace_id = $1 and r.state = 'finished' and s.pass_rate is not null and d.archived_at is null
      order by r.dataset_id, r.finished_at desc, r.number desc
    ) newest order by finished_at desc limit ${shownDatasets}
  ), newest_of_model as (
    select distinct on (r.dataset_id, mv.model_id) r.id, r.number, r.dataset_id, r.dataset_version_id, r.splits, l.finished_at as latest,
      mv.model_id, mv.number as model_version, s.passed + s.failed as scored, s.pass_rate, s.pass_rate_lower, s.pass_rate_upper
    from latest l
      join run r on r.workspace_id = $1 and r.dataset_version_id = l.dataset_version_id and r.splits @> l.splits and l.splits @> r.splits
      join scorecard s on s.run_id = r.id
      join model_version mv on mv.id = r.model_version_id
      join model m on m.id = mv.model_id
    where r.state = 'finished' and s.pass_rate is not null and m.archived_at is null
    order by r.dataset_id, mv.model_id, r.finished_at desc, r.number desc
  ), ranked as (
    select *, row_number() over (partition by dataset_id order by pass_rate desc, scored desc, number) as rank,
      count(*) over (partition by dataset_id)::int as models
    from newest_of_model
  )
  select d.id as "datasetId", d.name as "datasetName", dv.number as "datasetVersion", k.splits::text[] as splits, k.id as "runId", k.number,
    m.id as "modelId", m.name as "modelName", k.model_version as "modelVersion", k.scored, k.pass_rate as estimate,
    k.pass_rate_lower as lower, k.pass_rate_upper as upper, k.models
  from ranked k
    join dataset d on d.id = k.dataset_id
    join dataset_version dv on dv.id = k.dataset_version_id
    join model m on m.id = k.model_id
  where k.rank <= 2 order by k.latest desc, d.id, k.rank`;

/** For each dataset the model with the highest pass rate in its newest run, and whether it is ahead of the second beyond noise. */
export async function listBestModels(ctx: Context): Promise<BestModel[]> {
  const { rows } = await pool().query<Row>(sql, [ctx.workspaceId]);
  const byDataset = [...Map.groupBy(rows, (row) => row.datasetId).values()];
  const pairs = byDataset.flatMap(([best, second]) =>
    best === undefined || second === undefined ? [] : [{ baselineId: second.runId, candidateId: best.runId }],
  );
  const leads = await compareVerdicts(ctx, pairs);
  const leadOf = new Map(pairs.map((pair, index) => [pair.candidateId, leads[index]]));
  return byDataset.flatMap(([best, second]) =>
    best === undefined
      ? []
      : [
          {
            dataset: { id: best.datasetId, name: best.datasetName, versionNumber: best.datasetVersion },
            splits: best.splits,
            best: toRankedRun(best),
            models: best.models,
            runnerUp: second === undefined ? null : toRankedRun(second),
            lead: leadOf.get(best.runId) ?? null,
          },
        ],
  );
}

function toRankedRun({ runId, number, modelId, modelName, modelVersion, scored, ...row }: Row): RankedRun {
  return {
    runId,
    number,
    model: { id: modelId, name: modelName, versionNumber: modelVersion },
    scored,
    passRate: { estimate: row.estimate, lower: row.lower, upper: row.upper },
  };
}
