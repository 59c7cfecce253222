import { allJobs } from "#lib/jobs/all-jobs.ts";
import { openQueue } from "./open-queue.ts";

/** Makes the queue's tables and queues. Belongs to the migrations: every other process only uses what is there. */
export async function prepareQueue(): Promise<void> {
  const queue = await openQueue("prepare");
  try {
    for (const job of allJobs) {
      const options = {
        heartbeatSeconds: job.heartbeatSeconds,
        expireInSeconds: 23 * 60 * 60,
        retryLimit: job.retryLimit,
        retryDelay: job.retryDelaySeconds,
        deleteAfterSeconds: 24 * 60 * 60,
      };
      await queue.createQueue(job.name, options);
      await queue.updateQueue(job.name, options);
    }
  } finally {
    await queue.stop({ graceful: false });
  }
}
