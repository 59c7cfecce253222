import type { Transaction } from "#lib/db/database.ts";

/** The NOTIFY channel that carries the name of a queue whenever a job was committed to it. */
export const jobChannel = "touchstone_jobs";

export async function notifyWorkers(tx: Transaction, queueName: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${jobChannel}, ${queueName})`;
}
