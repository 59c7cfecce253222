import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";

export type ChangeCounts = { added: number; changed: number; removed: number };

export function totalChanges(counts: ChangeCounts): number {
  return counts.added + counts.changed + counts.removed;
}

/** What publishing would change. A case that was added and archived again before any version had it counts as nothing. */
export async function countDraftChanges(
  tx: Transaction,
  ctx: Context,
  datasetId: string,
): Promise<ChangeCounts> {
  const [row] = await tx.$queryRaw<{ added: bigint; changed: bigint; removed: bigint }[]>`
    select count(*) filter (where not draft.archived and (old.id is null or old.archived)) as added,
      count(*) filter (where not draft.archived and not old.archived) as changed,
      count(*) filter (where draft.archived and not old.archived) as removed
    from case_revision draft
    left join case_revision old
      on old.case_id = draft.case_id and old.first_version is not null and old.last_version is null
    where draft.dataset_id = ${datasetId}::uuid and draft.workspace_id = ${ctx.workspaceId}::uuid and draft.first_version is null`;
  return {
    added: Number(row?.added ?? 0n),
    changed: Number(row?.changed ?? 0n),
    removed: Number(row?.removed ?? 0n),
  };
}
