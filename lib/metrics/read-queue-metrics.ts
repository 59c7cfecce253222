import { pool } from "#lib/db/database.ts";
import type { Metric } from "./exposition.ts";

/** Jobs that are due and that nobody has taken. pg-boss has an index on those. */
const sql = `
  select q.name, count(j.id)::int as jobs, coalesce(extract(epoch from now() - min(j.start_after)), 0)::float8 as "ageSeconds"
  from pgboss.queue q left join pgboss.job j on j.name = q.name and j.state < 'active' and j.start_after <= now()
  where q.name not like '\\_\\_pgboss%'
  group by q.name order by q.name`;

export async function readQueueMetrics(): Promise<Metric[]> {
  const { rows } = await pool().query<{ name: string; jobs: number; ageSeconds: number }>(sql);
  return [
    {
      name: "touchstone_queue_jobs",
      help: "Jobs that are due and wait for a worker.",
      type: "gauge",
      samples: rows.map((row) => ({ labels: { queue: row.name }, value: row.jobs })),
    },
    {
      name: "touchstone_queue_oldest_job_age_seconds",
      help: "How long the oldest of those jobs has been due; 0 when there is none.",
      type: "gauge",
      samples: rows.map((row) => ({ labels: { queue: row.name }, value: Math.max(0, row.ageSeconds) })),
    },
  ];
}
