import type { Context } from "#lib/context/context.ts";
import { streamVersionCases, type VersionCase } from "#lib/datasets/stream-version-cases.ts";
import { pool } from "#lib/db/database.ts";
import { attemptKey } from "./attempt-record.ts";
import type { ClaimedShard } from "./claim-shard.ts";
import type { RunPlan } from "./run-plan.ts";

export type PendingAttempt = { subject: VersionCase; repetition: number };

/** The attempts of a shard that are not stored yet, read a few hundred cases ahead of the work. */
export async function* pendingAttempts(
  ctx: Context,
  plan: RunPlan,
  shard: ClaimedShard,
): AsyncGenerator<PendingAttempt> {
  const batches = streamVersionCases(ctx, {
    versionId: plan.datasetVersionId,
    splits: plan.splits,
    firstPosition: shard.firstPosition,
    lastPosition: shard.lastPosition,
    batchSize: 500,
  });
  for await (const batch of batches) {
    const stored = await storedKeys(plan.runId, batch);
    for (const subject of batch) {
      for (let repetition = 1; repetition <= plan.repetitions; repetition++) {
        if (!stored.has(attemptKey({ caseId: subject.caseId, repetition }))) yield { subject, repetition };
      }
    }
  }
}

async function storedKeys(runId: string, batch: readonly VersionCase[]): Promise<Set<string>> {
  const { rows } = await pool().query<{ caseId: string; repetition: number }>(
    `select case_id as "caseId", repetition from attempt where run_id = $1 and case_id = any($2::uuid[])`,
    [runId, batch.map((subject) => subject.caseId)],
  );
  return new Set(rows.map(attemptKey));
}
