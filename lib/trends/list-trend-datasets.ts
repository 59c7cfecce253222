import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";

export type TrendDataset = { id: string; name: string };

const offered = 200;

/** The datasets that have finished runs, the most recently run first. */
export async function listTrendDatasets(ctx: Context): Promise<TrendDataset[]> {
  const { rows } = await pool().query<TrendDataset>(
    `select d.id, d.name from dataset d
       cross join lateral (
         select max(r.finished_at) as finished_at from run r
         where r.dataset_id = d.id and r.workspace_id = $1 and r.state = 'finished'
       ) newest
     where d.workspace_id = $1 and d.archived_at is null and newest.finished_at is not null
     order by newest.finished_at desc, d.name limit ${offered}`,
    [ctx.workspaceId],
  );
  return rows;
}
