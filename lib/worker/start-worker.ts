import { env } from "#lib/env/env.ts";
import { newId } from "#lib/ids/new-id.ts";
import { executeShardJob } from "#lib/jobs/execute-shard.ts";
import { finishRunJob } from "#lib/jobs/finish-run.ts";
import { log } from "#lib/log/log.ts";
import { rememberNothing } from "#lib/outcomes/columns/remembered.ts";
import { listenForJobs } from "#lib/queue/listen-for-jobs.ts";
import { openQueue } from "#lib/queue/open-queue.ts";
import { workJobs } from "#lib/queue/work-jobs.ts";
import { recoverLeftSpools } from "#lib/runs/execution/spool/recover-spools.ts";
import { handleExecuteShard } from "./handle-execute-shard.ts";
import { handleFinishRun } from "./handle-finish-run.ts";
import { systemContext } from "./system-context.ts";
import { startTicking } from "./tick.ts";
import { warmUp } from "./warm-up/warm-up.ts";
import { reportPresence } from "./worker-presence.ts";

/** While the last calls of one shard are under way, the next one uses the slots that they leave. */
const shardsPerRun = 2;
/** With more runs than lanes, shards take turns: a short run does not wait until a long one has ended. */
const shardTurnMs = 20_000;

export type RunningWorker = {
  id: string;
  /** Takes no new jobs, hands back what is under way, and resolves when nothing is left. */
  stop(): Promise<void>;
};

/** Starts a worker in this process. Any number of processes on any number of machines may do so on one database. */
export async function startWorker(): Promise<RunningWorker> {
  const id = newId();
  const queue = await openQueue("work");
  const listener = await listenForJobs();
  const presence = await reportPresence(id);
  await recoverLeftSpools(systemContext);
  rememberNothing();
  await warmUp();
  const work = [
    workJobs(queue, listener, executeShardJob, {
      lanes: env().TOUCHSTONE_WORKER_CONCURRENCY,
      lanesPerGroup: shardsPerRun,
      turnMs: shardTurnMs,
      handle: async (payload, signal) => await handleExecuteShard(payload, id, signal),
    }),
    workJobs(queue, listener, finishRunJob, {
      lanes: 1,
      handle: handleFinishRun,
    }),
  ];
  const clock = startTicking();
  log.info({ event: "worker-started", workerId: id }, "worker started");

  return {
    id,
    async stop() {
      const stopped = Promise.all(work.map((lane) => lane.stop()));
      await clock.stop();
      await listener.close();
      await stopped;
      await queue.stop({ graceful: false });
      await presence.end();
      log.info({ event: "worker-stopped", workerId: id }, "worker stopped");
    },
  };
}
