import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { attemptFilterSchema, attemptOrderSchema } from "./attempts/attempt-filter.ts";
import { attemptFilterSql } from "./attempts/attempt-filter-sql.ts";
import { type AttemptPlace, beyondSql, placeSql } from "./attempts/attempt-order-sql.ts";

export const neighbourAttemptsInput = z.object({
  ...attemptFilterSchema.shape,
  ...attemptOrderSchema.shape,
  runId: idSchema,
  key: z.string().max(400),
  repetition: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type NeighbourAttemptsInput = z.input<typeof neighbourAttemptsInput>;

export type AttemptRef = { key: string; repetition: number };

export type NeighbourAttempts = {
  previous: AttemptRef | null;
  next: AttemptRef | null;
  /** How many of the list come up to here, this one included when it is in the list. */
  index: number;
  total: number;
};

type Row = {
  previous: AttemptRef | null;
  next: AttemptRef | null;
  index: bigint;
  total: bigint;
};

/** What comes before and after an attempt in a list that is filtered and sorted so, whichever pages were read; null without the attempt. */
export async function neighbourAttempts(
  ctx: Context,
  input: NeighbourAttemptsInput,
): Promise<NeighbourAttempts | null> {
  const { runId, key, repetition, sort, direction, ...filter } = parseInput(neighbourAttemptsInput, input);
  const place = placeSql({ sort, direction });
  const [here] = await db().$queryRaw<AttemptPlace[]>`
    select ${place} as place, r.position, a.repetition::int
    from attempt a join case_revision r on r.id = a.case_revision_id
    where a.workspace_id = ${ctx.workspaceId}::uuid and a.run_id = ${runId}::uuid
      and r.key = ${key.toWellFormed().replaceAll("\0", "")} and a.repetition = ${repetition}`;
  if (here === undefined) return null;
  const matching = await attemptFilterSql(ctx, runId, filter);
  const columns = Prisma.sql`place, position, repetition`;
  const forwards = Prisma.raw(direction === "ascending" ? "asc" : "desc");
  const backwards = Prisma.raw(direction === "ascending" ? "desc" : "asc");
  const opposite = direction === "ascending" ? "descending" : "ascending";
  const ref = Prisma.sql`jsonb_build_object('key', key, 'repetition', repetition)`;
  const after = beyondSql(columns, here, direction);
  const [row] = await db().$queryRaw<Row[]>`
    with list as materialized (
      select r.key, ${place} as place, r.position, a.repetition::int as repetition
      from attempt a join case_revision r on r.id = a.case_revision_id where ${matching}
    )
    select
      (select ${ref} from list where ${beyondSql(columns, here, opposite)}
        order by place ${backwards}, position ${backwards}, repetition ${backwards} limit 1) as previous,
      (select ${ref} from list where ${after}
        order by place ${forwards}, position ${forwards}, repetition ${forwards} limit 1) as next,
      (select count(*) from list where not (${after})) as index,
      (select count(*) from list) as total`;
  if (row === undefined) return null;
  return { ...row, index: Number(row.index), total: Number(row.total) };
}
