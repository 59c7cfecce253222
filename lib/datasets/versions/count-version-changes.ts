import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { ChangeCounts } from "./draft-changes.ts";

/** What each of these versions changed against the one before it. */
export async function countVersionChanges(
  ctx: Context,
  datasetId: string,
  numbers: readonly number[],
): Promise<(number: number) => ChangeCounts> {
  const rows = await db().$queryRaw<{ number: number; added: bigint; changed: bigint; removed: bigint }[]>`
    select r.first_version as number,
      count(*) filter (where not r.archived and (old.id is null or old.archived)) as added,
      count(*) filter (where not r.archived and not old.archived) as changed,
      count(*) filter (where r.archived and not old.archived) as removed
    from case_revision r
    left join case_revision old on old.case_id = r.case_id and old.last_version = r.first_version - 1
    where r.dataset_id = ${datasetId}::uuid and r.workspace_id = ${ctx.workspaceId}::uuid
      and r.first_version = any(${[...numbers]}::integer[])
    group by r.first_version`;
  const counts = new Map(
    rows.map((row) => [
      row.number,
      { added: Number(row.added), changed: Number(row.changed), removed: Number(row.removed) },
    ]),
  );
  return (number) => counts.get(number) ?? { added: 0, changed: 0, removed: 0 };
}
