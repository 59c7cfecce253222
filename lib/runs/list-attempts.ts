import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { attemptFilterSchema, attemptOrderSchema } from "./attempts/attempt-filter.ts";
import { attemptFilterSql } from "./attempts/attempt-filter-sql.ts";
import { beyondSql, cursorOf, parseCursor, placeSql } from "./attempts/attempt-order-sql.ts";
import { countAttempts } from "./attempts/count-attempts.ts";
import { type AttemptRow, readAttemptRows } from "./attempts/read-attempt-rows.ts";
import { refuseUnknownRun } from "./no-such-run.ts";

export const listAttemptsInput = pageInputSchema.extend({
  ...attemptFilterSchema.shape,
  ...attemptOrderSchema.shape,
  runId: idSchema,
  /** Rows to leave out before the first, for readers that jump into the list; not together with a cursor. */
  offset: z.number().int().min(0).max(100_000_000).nullish(),
  /** How many rows the list has, as far as the reader knows: a place behind the middle is reached from the end. */
  of: z.number().int().min(0).max(100_000_000).nullish(),
});
export type ListAttemptsInput = z.input<typeof listAttemptsInput>;

/** `total` counts the whole list, on its first page only. There is no next cursor behind an offset. */
export type AttemptPage = Page<AttemptRow> & { total: number | null };

export async function listAttempts(ctx: Context, input: ListAttemptsInput): Promise<AttemptPage> {
  const { runId, cursor, limit, sort, direction, offset, of, ...filter } = parseInput(
    listAttemptsInput,
    input,
  );
  await refuseUnknownRun(ctx, runId);
  const matching = await attemptFilterSql(ctx, runId, filter);
  const place = placeSql({ sort, direction });
  const part = partOf({ limit, offset: offset ?? 0, of: of ?? 0 });
  const partOrder = Prisma.raw((direction === "ascending") === part.isFromEnd ? "desc" : "asc");
  const after = cursor
    ? Prisma.sql`and ${beyondSql(Prisma.sql`${place}, r.position, a.repetition`, parseCursor(cursor), direction)}`
    : Prisma.empty;
  const page = readAttemptRows(
    Prisma.sql`
      select a.run_id, a.case_id, a.repetition, a.case_revision_id, r.position, ${place} as place
      from attempt a join case_revision r on r.id = a.case_revision_id
      where ${matching} ${after}
      order by place ${partOrder}, position ${partOrder}, repetition ${partOrder}
      limit ${part.limit} offset ${part.offset}`,
    direction,
  );
  const isFirst = !cursor && !offset;
  const [rows, total] = await Promise.all([
    page,
    isFirst ? countAttempts(ctx, { runId, matching, filter }) : null,
  ]);
  const found = toPage(
    rows,
    limit,
    ({ place, row }) => cursorOf({ place, ...row }),
    ({ row }) => row,
  );
  return {
    ...found,
    nextCursor: offset ? null : found.nextCursor,
    total,
  };
}

/** Rows that are left out cost as much as rows that are read, so a place behind the middle is counted from the end. */
function partOf({ limit, offset, of }: { limit: number; offset: number; of: number }) {
  if (offset * 2 < of || offset >= of) return { isFromEnd: false, offset, limit: limit + 1 };
  const end = Math.min(of, offset + limit);
  return { isFromEnd: true, offset: of - end, limit: Math.max(0, end - offset) };
}
