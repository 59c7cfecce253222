import { expect, test, vi } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { finishRunJob } from "#lib/jobs/finish-run.ts";
import { type JobListener, listenForJobs } from "./listen-for-jobs.ts";
import { openQueue } from "./open-queue.ts";
import { closeSender, sendJob } from "./send-job.ts";
import { workJobs } from "./work-jobs.ts";

test("a job that comes while the queue is looked through is taken, not slept on", async () => {
  const queue = await openQueue("work");
  const heard = await listenForJobs();
  // Without the poll that would find the job later.
  const listener: JobListener = {
    ...heard,
    waitForJob: async (queueName) => await heard.waitForJob(queueName, 2 ** 30),
  };
  const payload = { workspaceId: newId(), runId: newId() };
  const fetch = queue.fetch.bind(queue);
  const looked = vi.spyOn(queue, "fetch").mockImplementationOnce(async (name: string) => {
    const found = await fetch(name, { batchSize: 1 });
    const told = heard.waitForJob(finishRunJob.name, 20_000);
    await db().$transaction(async (tx) => await sendJob(tx, finishRunJob, payload));
    await told;
    return found;
  });
  const handled: unknown[] = [];
  const work = workJobs(queue, listener, finishRunJob, {
    lanes: 1,
    handle: async (job) => void handled.push(job),
  });
  await expect.poll(() => handled).toEqual([payload]);
  expect(looked.mock.calls.length).toBeGreaterThanOrEqual(2);
  await heard.close();
  await work.stop();
  await queue.stop({ graceful: false });
  await closeSender();
});
