import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

const input = z.object({ runId: idSchema });

export type FailureModeCount = { name: string; count: number };

const maxModes = 60;

/** The failure modes that labels in force name, over all runs of the dataset that this run is of; the most common first. */
export async function listFailureModes(
  ctx: Context,
  unparsed: z.input<typeof input>,
): Promise<FailureModeCount[]> {
  const { runId } = parseInput(input, unparsed);
  return await db().$queryRaw<FailureModeCount[]>`
    select l.failure_mode as name, count(*)::int as count
    from label l
    where l.workspace_id = ${ctx.workspaceId}::uuid and l.in_force and l.failure_mode is not null
      and l.dataset_id = (select dataset_id from run where id = ${runId}::uuid and workspace_id = ${ctx.workspaceId}::uuid)
    group by 1 order by 2 desc, 1 limit ${maxModes}`;
}
