import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { noSuchDataset } from "./revisions/lock-dataset.ts";
import { type ChangeCounts, countDraftChanges } from "./versions/draft-changes.ts";

export const getDatasetInput = z.object({ datasetId: idSchema });
export type GetDatasetInput = z.input<typeof getDatasetInput>;

export type DatasetDetails = {
  id: string;
  name: string;
  description: string;
  createdAt: Date;
  archivedAt: Date | null;
  /** Cases of the working copy. */
  caseCount: number;
  draftChanges: ChangeCounts;
  latestVersion: { id: string; number: number; note: string; caseCount: number; publishedAt: Date } | null;
};

export async function getDataset(ctx: Context, input: GetDatasetInput): Promise<DatasetDetails> {
  const { datasetId } = parseInput(getDatasetInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: {
      id: true,
      name: true,
      description: true,
      createdAt: true,
      archivedAt: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, note: true, caseCount: true, publishedAt: true },
      },
    },
  });
  if (dataset === null) throw noSuchDataset();
  const draftChanges = await countDraftChanges(db(), ctx, datasetId);
  const { versions, ...details } = dataset;
  const latestVersion = versions[0] ?? null;
  return {
    ...details,
    latestVersion,
    draftChanges,
    caseCount: (latestVersion?.caseCount ?? 0) + draftChanges.added - draftChanges.removed,
  };
}
