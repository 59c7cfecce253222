import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";

export type SliceChoice = { dimension: string; value: string; cases: number };

const offered = 200;

/** The slices of a dataset's newest version that a floor can be asked of, the largest first. */
export async function listSliceChoices(ctx: Context, datasetId: string): Promise<SliceChoice[]> {
  const newest = await db().datasetVersion.findFirst({
    where: { workspaceId: ctx.workspaceId, datasetId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (newest === null) return [];
  const { slices } = await loadVersionCases(ctx, newest.id);
  return slices
    .map(({ dimension, value, members }) => ({ dimension, value, cases: members.length }))
    .sort((a, b) => b.cases - a.cases || a.value.localeCompare(b.value, "en"))
    .slice(0, offered);
}
