import type pg from "pg";
import type { RunPriority } from "#lib/db/generated/client.ts";
import { remoteKinds } from "#lib/graders/registry.ts";
import type { Throttle } from "./move-allowance.ts";
import type { RunDemand, RunShare, ShareHolder } from "./sync-shares.ts";

/** A worker that has not reported for this long is dead, or has stopped calling by its own clock. */
const shareSeconds = 15;
const weights: Readonly<Record<RunPriority, number>> = { low: 1, normal: 4, high: 16 };

export type OtherShare = { runId: string; wanted: number; held: number; weight: number };

/** Locks the connection's limits for this transaction and reads them. All times are the database's: a worker's clock may jump. */
export async function lockThrottle(client: pg.PoolClient, holder: ShareHolder): Promise<Throttle> {
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 1))", [holder.connectionId]);
  const { rows } = await client.query<Throttle>({
    name: "read-throttle",
    text: `
      with made as (
        insert into connection_throttle
          (connection_id, workspace_id, concurrency_limit, request_allowance, token_allowance, refilled_at)
        select id, workspace_id, max_concurrency, 1e9, 1e9, clock_timestamp()
        from connection where id = $1 and workspace_id = $2
        on conflict (connection_id) do nothing
      )
      select c.max_concurrency as "maxConcurrency",
        c.requests_per_minute as "requestsPerMinute",
        c.tokens_per_minute as "tokensPerMinute",
        coalesce(t.concurrency_limit, c.max_concurrency) as "concurrencyLimit",
        coalesce(t.request_allowance, 1e9) as "requestAllowance",
        coalesce(t.token_allowance, 1e9) as "tokenAllowance",
        coalesce(t.mean_tokens, 0) as "meanTokens",
        coalesce(extract(epoch from clock_timestamp() - t.refilled_at) * 1000, 0)::float8 as "sinceRefillMs",
        (extract(epoch from clock_timestamp() - t.limited_at) * 1000)::float8 as "sinceLimitedMs",
        greatest(0, coalesce(extract(epoch from t.blocked_until - clock_timestamp()) * 1000, 0))::float8 as "blockedForMs",
        t.blocked_reason as "blockedReason"
      from connection c left join connection_throttle t on t.connection_id = c.id
      where c.id = $1 and c.workspace_id = $2`,
    values: [holder.connectionId, holder.workspaceId],
  });
  const [throttle] = rows;
  if (throttle === undefined) throw new Error(`There is no connection ${holder.connectionId}.`);
  return throttle;
}

export async function liveShares(client: pg.PoolClient, holder: ShareHolder): Promise<OtherShare[]> {
  const { rows } = await client.query<Omit<OtherShare, "weight"> & { priority: RunPriority }>({
    name: "read-shares",
    text: `
      select s.run_id as "runId", s.wanted, s.held, r.priority::text as priority
      from connection_share s join run r on r.id = s.run_id
      where s.connection_id = $1 and s.worker_id <> $2 and s.expires_at > clock_timestamp()
      order by s.run_id, s.worker_id`,
    values: [holder.connectionId, holder.workerId],
  });
  return rows.map(({ priority, ...share }) => ({ ...share, weight: weights[priority] }));
}

type RunRow = {
  runId: string;
  priority: RunPriority;
  /** Its prices are nothing and its graders ask nobody, so no budget can hold it up. */
  free: boolean;
  budget: string | null;
  spent: string | null;
  monthBudget: string | null;
  monthSpent: string | null;
};

/** The weight of each run, and what it may still spend. Nothing is summed for runs and workspaces without a budget. */
export async function budgetsOf(
  client: pg.PoolClient,
  holder: ShareHolder,
  runIds: readonly string[],
): Promise<Map<string, { weight: number; budget: RunShare["budget"] }>> {
  const { rows } = await client.query<RunRow>({
    name: "read-budgets",
    text: `
      select r.id as "runId", r.priority::text as priority, r.budget_micro_usd as budget,
        coalesce(r.input_price = 0 and r.output_price = 0, false) and not exists (
          select from run_grader g join grader_version v on v.id = g.grader_version_id
          where g.run_id = r.id and v.kind = any($3::text[])
        ) as free,
        case when r.budget_micro_usd is not null
          then (select sum(cost_micro_usd + judge_cost_micro_usd) from run_shard s where s.run_id = r.id) end as spent,
        w.monthly_budget_micro_usd as "monthBudget",
        case when w.monthly_budget_micro_usd is not null
          then (select cost_micro_usd from workspace_spending p
            where p.workspace_id = w.id and p.month = date_trunc('month', now() at time zone 'utc')) end as "monthSpent"
      from run r join workspace w on w.id = r.workspace_id
      where r.id = any($1::uuid[]) and r.workspace_id = $2`,
    values: [runIds, holder.workspaceId, remoteKinds],
  });
  return new Map(
    rows.map((row) => [row.runId, { weight: weights[row.priority], budget: tightestBudget(row) }]),
  );
}

function tightestBudget(row: RunRow): RunShare["budget"] {
  if (row.free) return null;
  const budgets = [
    budgetOf(row.budget, row.spent, "The run's budget"),
    budgetOf(row.monthBudget, row.monthSpent, "The workspace's budget for this month"),
  ];
  return budgets.reduce(
    (tightest, next) =>
      tightest === null || (next !== null && next.leftMicroUsd < tightest.leftMicroUsd) ? next : tightest,
    null,
  );
}

function budgetOf(budget: string | null, spent: string | null, name: string): RunShare["budget"] {
  if (budget === null) return null;
  const [limit, used] = [Number(budget), Number(spent ?? 0)];
  return {
    leftMicroUsd: limit - used,
    reason: `${name} of ${dollars(limit)} is used up: ${dollars(used)} was spent.`,
  };
}

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(microUsd < 10_000 ? 6 : 2)}`;
}

type ThrottleChange = Pick<Throttle, "requestAllowance" | "tokenAllowance" | "meanTokens"> & {
  concurrencyLimit: number;
  halved: boolean;
  limited: number;
  blockedForMs: number;
  blockedReason: string | null;
};

export async function writeThrottle(
  client: pg.PoolClient,
  holder: ShareHolder,
  change: ThrottleChange,
): Promise<void> {
  await client.query({
    name: "write-throttle",
    text: `
      update connection_throttle set
        concurrency_limit = $2, request_allowance = $3, token_allowance = $4, mean_tokens = $5,
        refilled_at = clock_timestamp(),
        limited_at = case when $6 then clock_timestamp() else limited_at end,
        rate_limited = rate_limited + $7,
        blocked_until = case when $8::float8 > 0 then clock_timestamp() + make_interval(secs => $8::float8 / 1000) end,
        blocked_reason = case when $8::float8 > 0 then $9 end
      where connection_id = $1`,
    values: [
      holder.connectionId,
      change.concurrencyLimit,
      change.requestAllowance,
      change.tokenAllowance,
      change.meanTokens,
      change.halved,
      change.limited,
      change.blockedForMs,
      change.blockedReason,
    ],
  });
}

/** Replaces this worker's shares of the connection, and sweeps up those of the dead. */
export async function writeShares(
  client: pg.PoolClient,
  holder: ShareHolder,
  shares: readonly (RunDemand & { held: number })[],
): Promise<void> {
  await client.query({
    name: "write-shares",
    text: `
      with gone as (
        delete from connection_share
        where connection_id = $1
          and (expires_at < clock_timestamp() or worker_id = $3 and run_id <> all($4::uuid[]))
      )
      insert into connection_share
        (connection_id, workspace_id, worker_id, run_id, wanted, held, in_flight, per_second, expires_at)
      select $1, $2, $3, *, clock_timestamp() + make_interval(secs => ${shareSeconds})
      from unnest($4::uuid[], $5::int[], $6::int[], $7::int[], $8::float8[])
      on conflict (connection_id, worker_id, run_id) do update set
        wanted = excluded.wanted, held = excluded.held, in_flight = excluded.in_flight,
        per_second = excluded.per_second, expires_at = excluded.expires_at`,
    values: [
      holder.connectionId,
      holder.workspaceId,
      holder.workerId,
      shares.map(({ runId }) => runId),
      shares.map(({ wanted }) => wanted),
      shares.map(({ held }) => held),
      shares.map(({ inFlight }) => inFlight),
      shares.map(({ perSecond }) => perSecond),
    ],
  });
}
