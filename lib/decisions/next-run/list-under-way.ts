import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import type { RunUnderWay } from "./next-run.ts";

type Row = { id: string; number: number; modelId: string; modelName: string };

const maxUnderWay = 10;

const underWaySql = `
  select r.id, r.number, m.id as "modelId", m.name as "modelName"
  from run r join model_version mv on mv.id = r.model_version_id join model m on m.id = mv.model_id
  where r.workspace_id = $1 and r.dataset_id = $2 and r.state in ('queued', 'running', 'paused', 'cancelling')
  order by r.number desc limit ${maxUnderWay}`;

/**
 * Runs on a dataset that have not ended, the newest first. Asked for before a board is weighed: a run that ends meanwhile is then on the
 * board, or told of here, or both, and never neither.
 */
export async function listUnderWay(ctx: Context, datasetId: string): Promise<RunUnderWay[]> {
  const { rows } = await pool().query<Row>(underWaySql, [ctx.workspaceId, datasetId]);
  return rows.map(({ id, number, modelId, modelName }) => ({
    id,
    number,
    model: { id: modelId, name: modelName },
  }));
}
