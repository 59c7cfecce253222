import type { Job } from "pg-boss";
import { env } from "#lib/env/env.ts";
import { newId } from "#lib/ids/new-id.ts";
import { executeShardJob } from "#lib/jobs/execute-shard.ts";
import { finishRunJob } from "#lib/jobs/finish-run.ts";
import type { JobDefinition } from "#lib/jobs/job-definition.ts";
import { log } from "#lib/log/log.ts";
import { openQueue } from "#lib/queue/open-queue.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { handleExecuteShard } from "./handle-execute-shard.ts";
import { systemContext } from "./system-context.ts";
import { reportPresence } from "./worker-presence.ts";

export type RunningWorker = {
  id: string;
  /** Takes no new jobs, hands back what is under way, and resolves when nothing is left. */
  stop(): Promise<void>;
};

const polling = { pollingIntervalSeconds: 2, batchSize: 1 } as const;
const stopTimeoutMs = 25_000;

/** Starts a worker in this process. Any number of processes on any number of machines may do so on one database. */
export async function startWorker(): Promise<RunningWorker> {
  const id = newId();
  const stopping = new AbortController();
  const queue = await openQueue("work");
  const presence = await reportPresence(id);

  await queue.work(
    executeShardJob.name,
    { ...polling, localConcurrency: env().TOUCHSTONE_WORKER_CONCURRENCY, groupConcurrency: 1 },
    async (jobs: Job[]) =>
      await each(executeShardJob, jobs, async (payload, job) => {
        await handleExecuteShard(payload, id, AbortSignal.any([stopping.signal, job.signal]));
      }),
  );
  await queue.work(finishRunJob.name, polling, async (jobs: Job[]) =>
    each(
      finishRunJob,
      jobs,
      async ({ workspaceId, runId }) => await finishRun(systemContext(workspaceId), runId),
    ),
  );
  log.info({ event: "worker-started", workerId: id }, "worker started");

  return {
    id,
    async stop() {
      stopping.abort();
      await queue.stop({ graceful: true, timeout: stopTimeoutMs });
      await presence.end();
      log.info({ event: "worker-stopped", workerId: id }, "worker stopped");
    },
  };
}

async function each<Payload>(
  definition: JobDefinition<Payload>,
  jobs: readonly Job[],
  handle: (payload: Payload, job: Job) => Promise<void>,
): Promise<void> {
  for (const job of jobs) {
    try {
      await handle(definition.payloadSchema.parse(job.data), job);
    } catch (error) {
      log.error({ err: error, job: definition.name, data: job.data }, "job failed and will be repeated");
      throw error;
    }
  }
}
