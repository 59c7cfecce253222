import { pool } from "#lib/db/database.ts";
import type { Metric } from "./exposition.ts";

type Row = {
  id: string;
  name: string;
  limit: number;
  most: number;
  held: number;
  inFlight: number;
  blockedSeconds: number;
};

const sql = `
  select c.id, c.name, t.concurrency_limit as "limit", c.max_concurrency as most, coalesce(sum(s.held), 0)::int as held,
    coalesce(sum(s.in_flight), 0)::int as "inFlight",
    greatest(0, coalesce(extract(epoch from t.blocked_until - now()), 0))::float8 as "blockedSeconds"
  from connection c
    join connection_throttle t on t.connection_id = c.id
    left join connection_share s on s.connection_id = c.id and s.expires_at > now()
  where c.archived_at is null
  group by c.id, t.connection_id
  order by c.id
  limit 1000`;

/** The limits of every connection that has been called, and what is under way. */
export async function readConnectionMetrics(): Promise<Metric[]> {
  const { rows } = await pool().query<Row>(sql);
  const gauge = (name: string, help: string, of: (row: Row) => number): Metric => ({
    name: `touchstone_connection_${name}`,
    help,
    type: "gauge",
    samples: rows.map((row) => ({ labels: { connection: row.name, connection_id: row.id }, value: of(row) })),
  });
  return [
    gauge("limit", "Calls at a time that all workers together may make now.", (row) => row.limit),
    gauge("limit_max", "Calls at a time as the connection is set.", (row) => row.most),
    gauge("slots_held", "Slots that workers hold.", (row) => row.held),
    gauge("in_flight", "Calls under way.", (row) => row.inFlight),
    gauge(
      "blocked_seconds",
      "How long no call is made, because the provider said so.",
      (row) => row.blockedSeconds,
    ),
  ];
}
