import { fromPrisma, type JobInsert, type PgBoss } from "pg-boss";
import type { Transaction } from "#lib/db/database.ts";
import type { JobDefinition } from "#lib/jobs/job-definition.ts";
import { notifyWorkers } from "./job-channel.ts";
import { openQueue } from "./open-queue.ts";

const globalStore = globalThis as typeof globalThis & { touchstoneQueue?: Promise<PgBoss> | undefined };

async function sender(): Promise<PgBoss> {
  // A failed start is not kept, or no job could be sent until the process ends.
  globalStore.touchstoneQueue ??= openQueue("send").catch((error: unknown) => {
    globalStore.touchstoneQueue = undefined;
    throw error;
  });
  return await globalStore.touchstoneQueue;
}

export type SendOptions = {
  /** Of one group, the queue gives out a limited number of jobs at a time, over all workers. */
  group?: string | undefined;
  startAfterSeconds?: number | undefined;
  /** Higher goes first. */
  priority?: number | undefined;
};

/** Puts jobs into the queue as part of the transaction: they exist if and only if the rest was committed. */
export async function sendJobs<Payload extends object>(
  tx: Transaction,
  job: JobDefinition<Payload>,
  payloads: readonly Payload[],
  { group, startAfterSeconds, priority }: SendOptions = {},
): Promise<void> {
  if (payloads.length === 0) return;
  const queue = await sender();
  const jobs = payloads.map(
    (payload): JobInsert<object> => ({
      data: job.payloadSchema.parse(payload),
      ...(group === undefined ? {} : { group: { id: group } }),
      ...(startAfterSeconds === undefined ? {} : { startAfter: startAfterSeconds }),
      ...(priority === undefined ? {} : { priority }),
    }),
  );
  await queue.insert(job.name, jobs, { db: fromPrisma(tx) });
  await notifyWorkers(tx, job.name);
}

export async function sendJob<Payload extends object>(
  tx: Transaction,
  job: JobDefinition<Payload>,
  payload: Payload,
  options: SendOptions = {},
): Promise<void> {
  await sendJobs(tx, job, [payload], options);
}

export async function closeSender(): Promise<void> {
  const open = globalStore.touchstoneQueue;
  globalStore.touchstoneQueue = undefined;
  await (await open)?.stop({ graceful: false });
}
