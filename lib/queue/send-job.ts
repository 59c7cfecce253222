import { fromPrisma, type PgBoss } from "pg-boss";
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
  /** Jobs of one group are worked one at a time, over all workers. */
  group?: string | undefined;
  startAfterSeconds?: number;
};

/** Puts a job into the queue as part of the transaction: it exists if and only if the rest was committed. */
export async function sendJob<Payload extends object>(
  tx: Transaction,
  job: JobDefinition<Payload>,
  payload: Payload,
  { group, startAfterSeconds }: SendOptions = {},
): Promise<void> {
  const queue = await sender();
  await queue.send(job.name, job.payloadSchema.parse(payload), {
    db: fromPrisma(tx),
    ...(group === undefined ? {} : { group: { id: group } }),
    ...(startAfterSeconds === undefined ? {} : { startAfter: startAfterSeconds }),
  });
  await notifyWorkers(tx, job.name);
}

export async function closeSender(): Promise<void> {
  const open = globalStore.touchstoneQueue;
  globalStore.touchstoneQueue = undefined;
  await (await open)?.stop({ graceful: false });
}
