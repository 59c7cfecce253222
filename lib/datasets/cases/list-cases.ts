import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { caseTitle, valuePreview } from "../case-text.ts";
import { noSuchDataset } from "../revisions/lock-dataset.ts";
import type { Split } from "../split.ts";
import { caseFilterSchema } from "./case-filter.ts";
import { caseFilterSql } from "./case-filter-sql.ts";

export const listCasesInput = pageInputSchema.extend({
  ...caseFilterSchema.shape,
  datasetId: idSchema,
  sort: z.enum(["position", "key"]).default("position"),
  direction: z.enum(["ascending", "descending"]).default("ascending"),
});
export type ListCasesInput = z.input<typeof listCasesInput>;

export type CaseRow = {
  caseId: string;
  key: string;
  position: number;
  title: string;
  expected: string;
  tags: string[];
  split: Split;
  cluster: string | null;
  archived: boolean;
  /** Against the version before: in the working copy, what is not published yet. */
  change: "added" | "changed" | null;
};

/** `total` counts the whole list, on its first page only. */
export type CasePage = Page<CaseRow> & { total: number | null };

type Found = Omit<CaseRow, "caseId" | "title" | "expected" | "change"> & {
  case_id: string;
  input: unknown;
  expected: unknown;
  is_new: boolean;
  has_older: boolean;
};

/** A document of megabytes is not sent through for one line of it. */
const previewChars = 2000;

export async function listCases(ctx: Context, input: ListCasesInput): Promise<CasePage> {
  const { datasetId, cursor, limit, sort, direction, ...filter } = parseInput(listCasesInput, input);
  await refuseUnknown(ctx, datasetId);
  const matching = caseFilterSql(ctx, datasetId, filter);
  const isNew = filter.version
    ? Prisma.sql`r.first_version = ${filter.version}`
    : Prisma.sql`r.first_version is null`;
  const page = db().$queryRaw<Found[]>`
    select r.case_id, r.key, r.position, ${preview("input")}, ${preview("expected")}, r.tags, r.split, r.cluster, r.archived,
      ${isNew} as is_new,
      exists (select 1 from case_revision old where old.case_id = r.case_id and old.first_version is not null
        and not old.archived and old.last_version is not distinct from coalesce(r.first_version - 1, null)) as has_older
    from case_revision r
    where ${matching} ${afterCursor(cursor, sort, direction)}
    order by ${orderOf(sort, direction)} limit ${limit + 1}`;
  const count = cursor
    ? null
    : db().$queryRaw<{ total: bigint }[]>`select count(*) as total from case_revision r where ${matching}`;
  const [rows, counted] = await Promise.all([page, count]);
  return {
    ...toPage(rows, limit, (row) => (sort === "key" ? row.key : String(row.position)), toRow),
    total: counted === null ? null : Number(counted[0]?.total ?? 0n),
  };
}

async function refuseUnknown(ctx: Context, datasetId: string): Promise<void> {
  const where = { id: datasetId, workspaceId: ctx.workspaceId };
  if ((await db().dataset.count({ where })) === 0) throw noSuchDataset();
}

function preview(column: "input" | "expected"): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`case when length(r.${name}::text) > ${previewChars} and jsonb_typeof(r.${name}) = 'string'
      then to_jsonb(left(r.${name} #>> '{}', ${previewChars}))
    when length(r.${name}::text) > ${previewChars * 10} then to_jsonb(left(r.${name}::text, ${previewChars}))
    else r.${name} end as ${name}`;
}

function afterCursor(
  cursor: string | null | undefined,
  sort: "position" | "key",
  direction: string,
): Prisma.Sql {
  if (!cursor) return Prisma.empty;
  const beyond = Prisma.raw(direction === "ascending" ? ">" : "<");
  if (sort === "key") return Prisma.sql`and r.key ${beyond} ${cursor}`;
  if (!/^\d{1,9}$/.test(cursor)) throw new AppError("invalid", "The cursor does not belong to this list.");
  return Prisma.sql`and r.position ${beyond} ${Number(cursor)}`;
}

function orderOf(sort: "position" | "key", direction: string): Prisma.Sql {
  return Prisma.raw(`r.${sort} ${direction === "ascending" ? "asc" : "desc"}`);
}

function toRow({ case_id, input, expected, is_new, has_older, ...row }: Found): CaseRow {
  return {
    ...row,
    caseId: case_id,
    title: caseTitle(input, row.key),
    expected: valuePreview(expected),
    change: is_new ? (has_older ? "changed" : "added") : null,
  };
}
