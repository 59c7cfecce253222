import type { Transaction } from "#lib/db/database.ts";
import type { JobDefinition } from "#lib/jobs/job-definition.ts";

/** Gives jobs that nobody works on yet another priority, as part of the transaction: all whose payload contains `part`. */
export async function changeJobPriority<Payload extends object>(
  tx: Transaction,
  job: JobDefinition<Payload>,
  part: Partial<Payload>,
  priority: number,
): Promise<void> {
  // pg-boss changes a job by its id or key only, and we know jobs by what they are about.
  await tx.$executeRaw`
    update pgboss.job set priority = ${priority}
    where name = ${job.name} and state < 'active' and data @> ${JSON.stringify(part)}::jsonb`;
}
