import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

export type LabelledRun = { id: string; number: number; datasetName: string; labels: number };

const maxRuns = 50;

/** Runs of which people have judged answers, the newest first, with how many answers. */
export async function listLabelledRuns(ctx: Context): Promise<LabelledRun[]> {
  return await db().$queryRaw<LabelledRun[]>`
    select run.id, run.number, d.name as "datasetName", count(distinct (l.case_id, l.repetition))::int as labels
    from label l join run on run.id = l.run_id join dataset d on d.id = run.dataset_id
    where l.workspace_id = ${ctx.workspaceId}::uuid and l.in_force
    group by run.id, d.name order by run.number desc limit ${maxRuns}`;
}
