import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import type { Split } from "#lib/db/generated/client.ts";

type ShardPlan = {
  runId: string;
  datasetId: string;
  versionNumber: number;
  /** Empty means all. */
  splits: readonly Split[];
  repetitions: number;
};

/** Small enough that a lost worker's shard is soon taken over, large enough that 100,000 attempts are 100 jobs. */
const attemptsPerShard = 1_000;

/** Cuts the cases of a version into ranges of positions, in one statement whatever their number. All repetitions of a case are in one shard. */
export async function insertShards(
  tx: Transaction,
  ctx: Context,
  { runId, datasetId, versionNumber, splits, repetitions }: ShardPlan,
): Promise<{ index: number; planned: number }[]> {
  const casesPerShard = Math.max(1, Math.floor(attemptsPerShard / repetitions));
  return await tx.$queryRaw`
    insert into run_shard (workspace_id, run_id, index, first_position, last_position, planned)
    select ${ctx.workspaceId}::uuid, ${runId}::uuid, shard, min(position), max(position), (count(*) * ${repetitions})::int
    from (
      select position, ((row_number() over (order by position) - 1) / ${casesPerShard})::int as shard
      from case_revision
      where workspace_id = ${ctx.workspaceId}::uuid
        and dataset_id = ${datasetId}::uuid
        and first_version <= ${versionNumber}
        and (last_version is null or last_version >= ${versionNumber})
        and not archived
        and (${splits.length === 0} or split::text = any(${splits}))
    ) as numbered
    group by shard
    returning index, planned`;
}
