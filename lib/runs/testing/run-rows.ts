import { db } from "#lib/db/database.ts";

/** Payload and priority of the jobs of a run that nobody has taken yet, the oldest first. */
export async function waitingJobs(runId: string, name = "execute-shard") {
  return await db().$queryRaw<{ index: number | null; priority: number }[]>`
    select (data->>'index')::int as index, priority from pgboss.job
    where name = ${name} and state < 'active' and data->>'runId' = ${runId} order by created_on, index`;
}

/** As if a worker had taken all jobs of a run and found nothing to do. */
export async function dropJobs(runId: string): Promise<void> {
  await db().$executeRaw`delete from pgboss.job where data->>'runId' = ${runId}`;
}

export async function auditActions(runId: string): Promise<string[]> {
  const events = await db().auditEvent.findMany({
    where: { subjectType: "run", subjectId: runId },
    orderBy: { createdAt: "asc" },
    select: { action: true },
  });
  return events.map(({ action }) => action);
}
