import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import type { RunPriority } from "#lib/db/generated/client.ts";
import { executeShardJob } from "#lib/jobs/execute-shard.ts";
import { sendJobs } from "#lib/queue/send-job.ts";

export const jobPriorities: Readonly<Record<RunPriority, number>> = { low: -1, normal: 0, high: 1 };

/** Offers shards of a run to the workers, as part of the transaction. A shard that is done already is passed over there. */
export async function sendShardJobs(
  tx: Transaction,
  ctx: Context,
  run: { id: string; priority: RunPriority },
  indexes: readonly number[],
  options: { startAfterSeconds?: number } = {},
): Promise<void> {
  const payloads = indexes.map((index) => ({ workspaceId: ctx.workspaceId, runId: run.id, index }));
  await sendJobs(tx, executeShardJob, payloads, {
    ...options,
    group: run.id,
    priority: jobPriorities[run.priority],
  });
}
