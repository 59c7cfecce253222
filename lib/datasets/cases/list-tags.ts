import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { caseFilterSchema } from "./case-filter.ts";
import { caseFilterSql } from "./case-filter-sql.ts";

export const listTagsInput = z.object({
  datasetId: idSchema,
  version: caseFilterSchema.shape.version,
  limit: z.number().int().min(1).max(500).default(200),
});
export type ListTagsInput = z.input<typeof listTagsInput>;

export type TagCount = { tag: string; count: number };

/** The tags of a dataset's cases, the most used first. A foreign dataset has none. */
export async function listTags(ctx: Context, input: ListTagsInput): Promise<TagCount[]> {
  const { datasetId, version, limit } = parseInput(listTagsInput, input);
  const filter = caseFilterSchema.parse({ version });
  const rows = await db().$queryRaw<{ tag: string; count: bigint }[]>`
    select tag, count(*) as count from case_revision r, unnest(r.tags) as tag
    where ${caseFilterSql(ctx, datasetId, filter)}
    group by tag order by count desc, tag limit ${limit}`;
  return rows.map((row) => ({ tag: row.tag, count: Number(row.count) }));
}
