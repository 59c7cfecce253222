import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { caseTitle } from "../case-text.ts";

export const changeKinds = ["added", "changed", "removed"] as const;

export const listVersionChangesInput = pageInputSchema.extend({
  datasetId: idSchema,
  /** Null: what the working copy changes against the newest version. */
  number: z.coerce.number().int().min(1).max(1_000_000_000).nullable(),
  kind: z.enum(changeKinds).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, "The cursor does not belong to this list.")
    .nullish(),
});
export type ListVersionChangesInput = z.input<typeof listVersionChangesInput>;

export type VersionChange = {
  key: string;
  position: number;
  title: string;
  kind: (typeof changeKinds)[number];
};

/** The cases that a version changed against the one before it, by position. A foreign dataset has none. */
export async function listVersionChanges(
  ctx: Context,
  input: ListVersionChangesInput,
): Promise<Page<VersionChange>> {
  const { datasetId, number, kind, cursor, limit } = parseInput(listVersionChangesInput, input);
  const inVersion =
    number === null ? Prisma.sql`r.first_version is null` : Prisma.sql`r.first_version = ${number}`;
  const before =
    number === null
      ? Prisma.sql`old.first_version is not null and old.last_version is null`
      : Prisma.sql`old.last_version = ${number - 1}`;
  const ofKind = kind === undefined ? Prisma.empty : Prisma.sql`and kind = ${kind}`;
  const rows = await db().$queryRaw<(VersionChange & { input: unknown })[]>`
    select key, position, input, kind from (
      select r.key, r.position,
        case when length(r.input::text) > 20000 then to_jsonb(left(r.input::text, 2000)) else r.input end as input,
        case when r.archived and not old.archived then 'removed'
          when not r.archived and not old.archived then 'changed'
          when not r.archived then 'added' end as kind
      from case_revision r
      left join case_revision old on old.case_id = r.case_id and ${before}
      where r.dataset_id = ${datasetId}::uuid and r.workspace_id = ${ctx.workspaceId}::uuid and ${inVersion}
        and r.position > ${Number(cursor ?? 0)}
    ) changes
    where kind is not null ${ofKind} order by position limit ${limit + 1}`;
  return toPage(
    rows,
    limit,
    (row) => String(row.position),
    ({ input, ...row }) => ({
      ...row,
      title: caseTitle(input, row.key),
    }),
  );
}
