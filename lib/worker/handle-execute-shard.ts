import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { ExecuteShardPayload } from "#lib/jobs/execute-shard.ts";
import { log } from "#lib/log/log.ts";
import { withLogContext } from "#lib/log/log-context.ts";
import { executeShard } from "#lib/runs/execution/execute-shard.ts";
import { sendShardJobs } from "#lib/runs/shards/send-shard-jobs.ts";
import { systemContext } from "./system-context.ts";

const busyPauseSeconds = 2;

export async function handleExecuteShard(
  payload: ExecuteShardPayload,
  workerId: string,
  signal: AbortSignal,
): Promise<void> {
  const ctx = systemContext(payload.workspaceId);
  const { workspaceId, runId } = payload;
  await withLogContext({ requestId: ctx.requestId, workerId, workspaceId, runId }, () =>
    workShard(ctx, payload, workerId, signal),
  );
}

async function workShard(
  ctx: Context,
  { runId, index }: ExecuteShardPayload,
  workerId: string,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const outcome = await executeShard(ctx, { runId, index }, workerId, signal);
  const durationMs = Math.round(performance.now() - startedAt);
  log.info({ event: "shard", index, outcome, durationMs }, `shard ${outcome}`);
  if (outcome !== "busy" && outcome !== "handed-back") return;
  const startAfterSeconds = outcome === "busy" ? busyPauseSeconds : 0;
  await db().$transaction(async (tx) => {
    const { priority } = await tx.run.findUniqueOrThrow({
      where: { id: runId, workspaceId: ctx.workspaceId },
      select: { priority: true },
    });
    await sendShardJobs(tx, ctx, { id: runId, priority }, [index], { startAfterSeconds });
  });
}
