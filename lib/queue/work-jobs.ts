import type { Job, PgBoss } from "pg-boss";
import type { JobDefinition } from "#lib/jobs/job-definition.ts";
import { log } from "#lib/log/log.ts";
import type { JobListener } from "./listen-for-jobs.ts";

/** New jobs are heard of at once; this finds those whose time has come (repeats, delayed ones) and those of deaf moments. */
const pollMs = 1_000;

export type JobWork<Payload> = {
  /** Jobs worked at the same time by this process. */
  lanes: number;
  handle(payload: Payload, job: Job): Promise<void>;
};

/**
 * Works a queue until `stop`: each lane takes the next job the moment it has finished one, and sleeps only when there is none.
 * (pg-boss's own `work` waits out an interval after every job: seconds for a run of many shards.)
 * Of jobs with the same group, one is active at a time over all workers.
 */
export function workJobs<Payload>(
  queue: PgBoss,
  listener: JobListener,
  definition: JobDefinition<Payload>,
  work: JobWork<Payload>,
): { stop(): Promise<void> } {
  let stopping = false;

  async function runLane(): Promise<void> {
    while (!stopping) {
      const job = await takeJob().catch((error: unknown) => {
        log.warn({ err: error, queue: definition.name }, "no job could be fetched");
        return undefined;
      });
      if (job === undefined) await listener.waitForJob(definition.name, pollMs);
      else await settle(queue, definition, job, work);
    }
  }

  async function takeJob(): Promise<Job | undefined> {
    const [job] = await queue.fetch<object>(definition.name, { batchSize: 1, groupConcurrency: 1 });
    return job;
  }

  const lanes = Array.from({ length: work.lanes }, runLane);
  return {
    async stop() {
      stopping = true;
      await Promise.all(lanes);
    },
  };
}

async function settle<Payload>(
  queue: PgBoss,
  definition: JobDefinition<Payload>,
  job: Job,
  work: JobWork<Payload>,
): Promise<void> {
  const beat = setInterval(
    () => {
      queue
        .touch(definition.name, job.id)
        .catch((error: unknown) => log.warn({ err: error }, "no heartbeat"));
    },
    (definition.heartbeatSeconds * 1_000) / 3,
  );
  try {
    await work.handle(definition.payloadSchema.parse(job.data), job);
    await queue.complete(definition.name, job.id);
  } catch (error) {
    log.error({ err: error, job: definition.name, data: job.data }, "job failed and will be repeated");
    // When the database is away, the missing heartbeat gives the job to somebody else.
    await queue.fail(definition.name, job.id, { message: String(error) }).catch(() => undefined);
  } finally {
    clearInterval(beat);
  }
}
