import type { Job, PgBoss } from "pg-boss";
import type { JobDefinition } from "#lib/jobs/job-definition.ts";
import { log } from "#lib/log/log.ts";
import { withLogContext } from "#lib/log/log-context.ts";
import type { JobListener } from "./listen-for-jobs.ts";

/** New jobs are heard of at once; this finds those whose time has come (repeats, delayed ones) and those of deaf moments. */
const pollMs = 1_000;

export type JobWork<Payload> = {
  /** Jobs worked at the same time by this process. */
  lanes: number;
  /** Of one group, this many at the same time by this process. */
  lanesPerGroup?: number;
  /** When every lane is taken, the job that has been worked longest, and for longer than this, is asked to make room. */
  turnMs?: number;
  /** `signal` asks to come to an end soon and leave the rest to another job. */
  handle(payload: Payload, signal: AbortSignal): Promise<void>;
};

type Worked = { group: string | null; startedAt: number; stop: AbortController; done: Promise<void> };

/**
 * Works a queue until `stop`: takes the next job the moment a lane is free, and sleeps only when there is none.
 * (pg-boss's own `work` waits out an interval after every job: seconds for a run of many shards.)
 */
export function workJobs<Payload>(
  queue: PgBoss,
  listener: JobListener,
  definition: JobDefinition<Payload>,
  work: JobWork<Payload>,
): { stop(): Promise<void> } {
  const { lanesPerGroup = Number.POSITIVE_INFINITY, turnMs } = work;
  const worked = new Set<Worked>();
  let stopping = false;
  let laneFree = Promise.withResolvers<void>();

  async function dispatch(): Promise<void> {
    while (!stopping) {
      // Listening begins before looking: a job that comes and a lane that gets free in between are heard of.
      const heard = Promise.race([laneFree.promise, listener.waitForJob(definition.name, pollMs)]);
      const job = worked.size < work.lanes ? await takeJob() : undefined;
      if (job !== undefined) start(job);
      else await heard;
      makeRoom();
    }
  }

  async function takeJob(): Promise<Job | undefined> {
    const busy = Object.entries(Object.groupBy(worked, ({ group }) => group ?? ""));
    const full = busy.flatMap(([group, jobs = []]) =>
      group !== "" && jobs.length >= lanesPerGroup ? [group] : [],
    );
    try {
      const [job] = await queue.fetch<object>(definition.name, { batchSize: 1, ignoreGroups: full });
      return job;
    } catch (error) {
      log.warn({ err: error, queue: definition.name }, "no job could be fetched");
      return undefined;
    }
  }

  function start(job: Job): void {
    const stop = new AbortController();
    const lane: Worked = {
      group: job.groupId ?? null,
      startedAt: performance.now(),
      stop,
      done: settle(queue, definition, job, (payload) => work.handle(payload, stop.signal)).finally(() => {
        worked.delete(lane);
        laneFree.resolve();
        laneFree = Promise.withResolvers();
      }),
    };
    worked.add(lane);
  }

  function makeRoom(): void {
    if (turnMs === undefined || worked.size < work.lanes) return;
    const [longest] = [...worked].sort((a, b) => a.startedAt - b.startedAt);
    if (longest !== undefined && performance.now() - longest.startedAt > turnMs) longest.stop.abort();
  }

  const dispatching = dispatch();
  return {
    async stop() {
      stopping = true;
      for (const { stop } of worked) stop.abort();
      laneFree.resolve();
      await dispatching;
      await Promise.all([...worked].map(({ done }) => done));
    },
  };
}

async function settle<Payload>(
  queue: PgBoss,
  definition: JobDefinition<Payload>,
  job: Job,
  handle: (payload: Payload) => Promise<void>,
): Promise<void> {
  const parsed = definition.payloadSchema.safeParse(job.data);
  const fields = parsed.success ? definition.logFields(parsed.data) : {};
  await withLogContext(fields, async () => await settleLogged(queue, definition, job, handle));
}

async function settleLogged<Payload>(
  queue: PgBoss,
  definition: JobDefinition<Payload>,
  job: Job,
  handle: (payload: Payload) => Promise<void>,
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
    await handle(definition.payloadSchema.parse(job.data));
    await queue.complete(definition.name, job.id);
  } catch (error) {
    log.error({ err: error, job: definition.name, data: job.data }, "job failed and will be repeated");
    // When the database is away, the missing heartbeat gives the job to somebody else.
    await queue.fail(definition.name, job.id, { message: String(error) }).catch(() => undefined);
  } finally {
    clearInterval(beat);
  }
}
