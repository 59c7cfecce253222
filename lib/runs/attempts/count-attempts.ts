import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { AttemptFilter } from "./attempt-filter.ts";

type Counted = { runId: string; matching: Prisma.Sql; filter: AttemptFilter };

/**
 * How many attempts a filter shows. A view without any other filter is counted in the shards, whose counters are moved together with
 * the rows that they count: a hundred rows in place of a hundred thousand.
 */
export async function countAttempts(
  ctx: Context,
  { runId, matching, filter: { view, search, ...others } }: Counted,
): Promise<number> {
  const isPlain =
    search.trim() === "" && Object.values(others).every((value) => value == null || value === "");
  const counted = isPlain ? await countInShards(ctx, runId, view) : null;
  return counted ?? (await countRows(matching));
}

/** Null for a run without shards. */
async function countInShards(
  ctx: Context,
  runId: string,
  view: AttemptFilter["view"],
): Promise<number | null> {
  const [row] = await db().$queryRaw<{ total: bigint | null }[]>`
    select sum(${Prisma.raw(counters[view])}) as total from run_shard
    where workspace_id = ${ctx.workspaceId}::uuid and run_id = ${runId}::uuid`;
  return row === undefined || row.total === null ? null : Number(row.total);
}

async function countRows(matching: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ total: bigint }[]>`
    select count(*) as total from attempt a join case_revision r on r.id = a.case_revision_id where ${matching}`;
  return Number(row?.total ?? 0n);
}

const counters: Record<AttemptFilter["view"], string> = {
  all: "answered + errored",
  scored: "passed + failed",
  passed: "passed",
  failed: "failed",
  unscored: "unscored",
  errored: "errored",
};
