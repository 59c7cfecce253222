import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { type Scorecard, scorecardSchema } from "./scorecard.ts";

/** The stored scorecard of a run, or null while it is not finished. */
export async function findScorecard(ctx: Context, runId: string): Promise<Scorecard | null> {
  const row = await db().scorecard.findFirst({
    where: { runId, workspaceId: ctx.workspaceId },
    select: { payload: true },
  });
  return row === null ? null : scorecardSchema.parse(row.payload);
}
