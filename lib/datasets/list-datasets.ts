import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { containsPattern } from "./cases/contains-pattern.ts";

export const listDatasetsInput = pageInputSchema.extend({
  cursor: idSchema.nullish(),
  search: z.string().max(200).default(""),
  show: z.enum(["active", "archived"]).default("active"),
});
export type ListDatasetsInput = z.input<typeof listDatasetsInput>;

export type DatasetRow = {
  id: string;
  name: string;
  description: string;
  /** Cases of the working copy. */
  caseCount: number;
  latestVersion: { id: string; number: number; publishedAt: Date } | null;
  /** What publishing would add, change and remove. */
  draftChanges: number;
  createdAt: Date;
  archivedAt: Date | null;
};

type Found = {
  id: string;
  name: string;
  description: string;
  created_at: Date;
  archived_at: Date | null;
  version_id: string | null;
  version_number: number | null;
  published_at: Date | null;
  case_count: number | null;
  added: bigint;
  changed: bigint;
  removed: bigint;
};

/** Newest first. */
export async function listDatasets(ctx: Context, input: ListDatasetsInput = {}): Promise<Page<DatasetRow>> {
  const { cursor, limit, search, show } = parseInput(listDatasetsInput, input);
  const after = cursor ? Prisma.sql`and d.id < ${cursor}::uuid` : Prisma.empty;
  const matching =
    search.trim() === ""
      ? Prisma.empty
      : Prisma.sql`and (d.name ilike ${containsPattern(search)} or d.description ilike ${containsPattern(search)})`;
  const archived = show === "archived" ? Prisma.sql`is not null` : Prisma.sql`is null`;
  const rows = await db().$queryRaw<Found[]>`
    select d.id, d.name, d.description, d.created_at, d.archived_at,
      v.id as version_id, v.number as version_number, v.published_at, v.case_count,
      draft.added, draft.changed, draft.removed
    from dataset d
    left join lateral (
      select id, number, published_at, case_count from dataset_version where dataset_id = d.id order by number desc limit 1
    ) v on true
    cross join lateral (
      select count(*) filter (where not r.archived and (old.id is null or old.archived)) as added,
        count(*) filter (where not r.archived and not old.archived) as changed,
        count(*) filter (where r.archived and not old.archived) as removed
      from case_revision r
      left join case_revision old
        on old.case_id = r.case_id and old.first_version is not null and old.last_version is null
      where r.dataset_id = d.id and r.first_version is null
    ) draft
    where d.workspace_id = ${ctx.workspaceId}::uuid and d.archived_at ${archived} ${after} ${matching}
    order by d.id desc limit ${limit + 1}`;
  return toPage(rows, limit, (row) => row.id, toRow);
}

function toRow(row: Found): DatasetRow {
  const added = Number(row.added);
  const changed = Number(row.changed);
  const removed = Number(row.removed);
  const { version_id: id, version_number: number, published_at: publishedAt } = row;
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    caseCount: (row.case_count ?? 0) + added - removed,
    latestVersion:
      id === null || number === null || publishedAt === null ? null : { id, number, publishedAt },
    draftChanges: added + changed + removed,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  };
}
