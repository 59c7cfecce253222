import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { noSuchDataset } from "../revisions/lock-dataset.ts";
import { countVersionChanges } from "./count-version-changes.ts";
import type { ChangeCounts } from "./draft-changes.ts";

export const listVersionsInput = pageInputSchema.extend({
  datasetId: idSchema,
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, "The cursor does not belong to this list.")
    .nullish(),
});
export type ListVersionsInput = z.input<typeof listVersionsInput>;

export type VersionRow = {
  id: string;
  number: number;
  note: string;
  caseCount: number;
  publishedAt: Date;
  publishedBy: string;
  /** Against the version before. */
  changes: ChangeCounts;
};

/** Newest first. */
export async function listVersions(ctx: Context, input: ListVersionsInput): Promise<Page<VersionRow>> {
  const { datasetId, cursor, limit } = parseInput(listVersionsInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: {
      versions: {
        where: cursor ? { number: { lt: Number(cursor) } } : {},
        orderBy: { number: "desc" },
        take: limit + 1,
        select: { id: true, number: true, note: true, caseCount: true, publishedAt: true, publishedBy: true },
      },
    },
  });
  if (dataset === null) throw noSuchDataset();
  const { versions } = dataset;
  const changesOf = await countVersionChanges(
    ctx,
    datasetId,
    versions.map((version) => version.number),
  );
  const nameOf = await actorNames(
    ctx,
    versions.map((version) => version.publishedBy),
  );
  return toPage(
    versions,
    limit,
    (version) => String(version.number),
    (version) => ({
      ...version,
      publishedBy: nameOf(version.publishedBy),
      changes: changesOf(version.number),
    }),
  );
}
