import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

export type CostlyRun = {
  id: string;
  number: number;
  datasetName: string;
  modelName: string;
  createdAt: Date;
  costMicroUsd: number;
  /** Answers and grades whose cost is not known. */
  costUnknown: number;
};

const runsShown = 20;

/** The runs that were started in a span and cost the most, those with an unknown cost after them. Reads shards, never attempts. */
export async function listCostliestRuns(
  ctx: Context,
  { from, until }: { from: Date; until: Date },
): Promise<CostlyRun[]> {
  requireRole(ctx, "admin", "see what the workspace has spent");
  const rows = await db().$queryRaw<(Omit<CostlyRun, "costMicroUsd"> & { costMicroUsd: bigint })[]>`
    select r.id, r.number, d.name as "datasetName", m.name as "modelName", r.created_at as "createdAt",
      cost.paid::bigint as "costMicroUsd", cost.unknown::int as "costUnknown"
    from run r
    join dataset d on d.id = r.dataset_id
    join model_version v on v.id = r.model_version_id
    join model m on m.id = v.model_id
    join lateral (
      select sum(cost_micro_usd + judge_cost_micro_usd) as paid, sum(cost_unknown + judge_cost_unknown) as unknown
      from run_shard where run_id = r.id
    ) as cost on cost.paid > 0 or cost.unknown > 0
    where r.workspace_id = ${ctx.workspaceId}::uuid and r.created_at >= ${from} and r.created_at < ${until}
    order by cost.paid desc, r.number desc
    limit ${runsShown}`;
  return rows.map((row) => ({ ...row, costMicroUsd: Number(row.costMicroUsd) }));
}
