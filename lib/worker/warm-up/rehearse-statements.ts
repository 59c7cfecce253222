import { pool } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { openProvider } from "#lib/models/open-provider.ts";
import { executeShard } from "#lib/runs/execution/execute-shard.ts";
import { completeShard } from "#lib/runs/execution/shard/complete-shard.ts";
import { computeScorecard } from "#lib/scorecards/compute-scorecard.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { systemContext } from "../system-context.ts";

/** As many as a run with two shards under way uses at once. */
const connections = 6;

/**
 * Sends what a run sends to the database, for a workspace and a run that do not exist: nothing is found and nothing is written, but
 * connections are open and Prisma has compiled its queries, which takes a quarter of a second of processor time.
 */
export async function rehearseStatements(): Promise<void> {
  const ctx = systemContext(newId());
  const key = { runId: newId(), index: 0 };
  const workerId = newId();
  await Promise.all(Array.from({ length: connections }, () => pool().query("select pg_sleep(0.01)")));
  await Promise.allSettled([
    executeShard(ctx, key, workerId, AbortSignal.abort()),
    openProvider(ctx, newId()),
    completeShard(ctx, key, workerId),
    finishRun(ctx, key.runId),
    computeScorecard({ workspaceId: ctx.workspaceId, runId: key.runId }, 0),
  ]);
}
