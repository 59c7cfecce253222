import { pool } from "#lib/db/database.ts";

export type Health = {
  database: { ok: boolean; latencyMs: number | null };
  workers: { alive: number | null; lastSeenSecondsAgo: number | null };
  /** Shards of runs: waiting for a worker, and in the hands of one. */
  queue: { waiting: number | null; active: number | null };
};

const timeLimitMs = 2_000;
/** A worker reports every 5 seconds; one that has not for a minute is gone. */
const aliveWithinSeconds = 60;

const unreachable: Health = {
  database: { ok: false, latencyMs: null },
  workers: { alive: null, lastSeenSecondsAgo: null },
  queue: { waiting: null, active: null },
};

/** Never throws and never takes longer than two seconds: a database that does not answer in time counts as down. */
export async function readHealth(): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve(unreachable), timeLimitMs);
  });
  try {
    return await Promise.race([ask().catch(() => unreachable), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

type Counts = { alive: number; last_seen: number | null; waiting: number; active: number };

async function ask(): Promise<Health> {
  const started = performance.now();
  const { rows } = await pool().query<Counts>(
    `select
       (select count(*)::int from worker_process where heartbeat_at > now() - make_interval(secs => $1)) as alive,
       (select extract(epoch from now() - max(heartbeat_at))::int from worker_process) as last_seen,
       (select count(*)::int from run_shard s join run r on r.id = s.run_id
        where s.state = 'pending' and r.state in ('queued', 'running')) as waiting,
       (select count(*)::int from run_shard where state = 'running') as active`,
    [aliveWithinSeconds],
  );
  const latencyMs = Math.round(performance.now() - started);
  const [counts] = rows;
  if (counts === undefined) return unreachable;
  return {
    database: { ok: true, latencyMs },
    workers: {
      alive: counts.alive,
      lastSeenSecondsAgo: counts.last_seen === null ? null : Math.max(0, counts.last_seen),
    },
    queue: { waiting: counts.waiting, active: counts.active },
  };
}
