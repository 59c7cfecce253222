import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { maxModels } from "../question/question-schema.ts";

const sql = `
  select id from (
    select distinct on (mv.model_id) r.id, r.finished_at
    from run r
      join scorecard s on s.run_id = r.id
      join model_version mv on mv.id = r.model_version_id
      join model m on m.id = mv.model_id
    where r.workspace_id = $1 and r.dataset_id = $2 and r.state = 'finished' and s.pass_rate is not null and m.archived_at is null
    order by mv.model_id, r.finished_at desc, r.number desc
  ) latest order by finished_at desc limit ${maxModels}`;

/** The latest finished run of every model on a dataset that scored anything, the newest first. */
export async function listLatestRuns(ctx: Context, datasetId: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(sql, [ctx.workspaceId, datasetId]);
  return rows.map(({ id }) => id);
}
