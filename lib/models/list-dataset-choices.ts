import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

const MAX_DATASETS = 200;
const MAX_VERSIONS = 50;

export type DatasetChoice = {
  id: string;
  name: string;
  /** Newest first. */
  versions: { id: string; number: number; caseCount: number }[];
};

/** The datasets that a model can be trained on or a prompt written against, by name. */
export async function listDatasetChoices(ctx: Context): Promise<DatasetChoice[]> {
  return await db().dataset.findMany({
    where: { workspaceId: ctx.workspaceId, archivedAt: null },
    orderBy: { name: "asc" },
    take: MAX_DATASETS,
    select: {
      id: true,
      name: true,
      versions: {
        orderBy: { number: "desc" },
        take: MAX_VERSIONS,
        select: { id: true, number: true, caseCount: true },
      },
    },
  });
}
