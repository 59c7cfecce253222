import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";

export type SliceChoices = { dimension: string; values: string[] };

const offeredValues = 300;

/** The slices that some of these runs have a pass rate for, by dimension. */
export async function listSliceChoices(ctx: Context, runIds: readonly string[]): Promise<SliceChoices[]> {
  const { rows } = await pool().query<{ dimension: string; value: string }>(
    `select distinct key as dimension, value from run_measure
     where workspace_id = $1 and run_id = any($2::uuid[]) and kind = 'slice'
     order by key, value limit ${offeredValues}`,
    [ctx.workspaceId, runIds],
  );
  return [...Map.groupBy(rows, (row) => row.dimension)].map(([dimension, group]) => ({
    dimension,
    values: group.map((row) => row.value),
  }));
}
