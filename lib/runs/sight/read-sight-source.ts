import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { noSuchRun } from "../no-such-run.ts";
import type { SightSource } from "./sight-source.ts";

/** A worker says every 5 seconds that it is alive; one that has not for a minute is gone. */
const aliveWithinSeconds = 60;

/** Reads a few small rows, whatever the number of cases: the run's shards, the connection's limits and shares, and the workers. */
const sql = `
  with shards as (
    select count(*) filter (where state = 'pending')::int as pending, count(*) filter (where state = 'running')::int as running,
      count(*) filter (where state = 'done')::int as done
    from run_shard where run_id = $2
  ), shares as (
    select s.worker_id, s.run_id, s.wanted, s.held, s.in_flight, s.per_second
    from run r join model_version v on v.id = r.model_version_id join connection_share s on s.connection_id = v.connection_id
    where r.id = $2 and s.expires_at > now()
    order by s.worker_id, s.run_id
  ), busy as (
    select worker_id, count(*)::int as shards from run_shard where run_id = $2 and state = 'running' and worker_id is not null group by 1
  ), workers as (
    select w.id, w.host, w.pid, floor(extract(epoch from now() - w.heartbeat_at))::int as last_seen, coalesce(b.shards, 0) as shards
    from worker_process w left join busy b on b.worker_id = w.id
    where b.worker_id is not null or w.id in (select worker_id from shares where run_id = $2)
    order by w.host, w.pid
  )
  select r.id as "runId", r.state::text as state, r.state_reason as "stateReason",
    (select to_jsonb(shards) from shards) as shards,
    case when c.id is not null then jsonb_build_object(
      'id', c.id, 'name', c.name, 'kind', c.kind, 'maxConcurrency', c.max_concurrency, 'requestsPerMinute', c.requests_per_minute,
      'tokensPerMinute', c.tokens_per_minute, 'concurrencyLimit', t.concurrency_limit, 'requestAllowance', t.request_allowance,
      'tokenAllowance', t.token_allowance, 'sinceRefillMs', extract(epoch from now() - t.refilled_at) * 1000,
      'limitedSecondsAgo', floor(extract(epoch from now() - t.limited_at)),
      'blockedForSeconds', greatest(0, coalesce(ceil(extract(epoch from t.blocked_until - now())), 0)),
      'blockedReason', t.blocked_reason, 'rateLimited', coalesce(t.rate_limited, 0)) end as connection,
    coalesce((select jsonb_agg(jsonb_build_object('workerId', worker_id, 'runId', run_id, 'wanted', wanted, 'held', held,
      'inFlight', in_flight, 'perSecond', per_second)) from shares), '[]') as shares,
    coalesce((select jsonb_agg(jsonb_build_object('id', id, 'host', host, 'pid', pid, 'lastSeenSeconds', last_seen, 'shards', shards))
      from workers), '[]') as workers,
    (select count(*)::int from worker_process where heartbeat_at > now() - make_interval(secs => ${aliveWithinSeconds})) as "workersAlive"
  from run r
    join model_version v on v.id = r.model_version_id
    left join connection c on c.id = v.connection_id
    left join connection_throttle t on t.connection_id = c.id
  where r.workspace_id = $1 and r.id = $2`;

export async function readSightSource(ctx: Context, runId: string): Promise<SightSource> {
  const { rows } = await pool().query<SightSource>(sql, [ctx.workspaceId, runId]);
  const [row] = rows;
  if (row === undefined) throw noSuchRun();
  return row;
}
