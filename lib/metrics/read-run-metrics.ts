import { pool } from "#lib/db/database.ts";
import type { Metric } from "./exposition.ts";

type Row = {
  passed: number;
  failed: number;
  unscored: number;
  errored: number;
  answered: number;
  cached: number;
  saved: number;
  unpriced: number;
  pending: number;
  running: number;
  prompt: number;
  completion: number;
  spent: number;
  limited: number;
  workers: number;
  runs: { state: string; count: number }[];
};

/** A worker says every 5 seconds that it is alive; one that has not for a minute is gone. */
const aliveWithinSeconds = 60;

/** Sums over shards, scorecards and months: a row for a thousand attempts or more, never the attempts themselves. */
const sql = `
  select s.*, c.*,
    (select coalesce(sum(cost_micro_usd), 0)::float8 from workspace_spending) as spent,
    (select coalesce(sum(rate_limited), 0)::float8 from connection_throttle) as limited,
    (select count(*)::int from worker_process where heartbeat_at > now() - make_interval(secs => ${aliveWithinSeconds})) as workers,
    (select coalesce(jsonb_agg(jsonb_build_object('state', state, 'count', count) order by state), '[]')
      from (select state::text, count(*) as count from run group by state) states) as runs
  from (
    select coalesce(sum(passed), 0)::float8 as passed, coalesce(sum(failed), 0)::float8 as failed,
      coalesce(sum(unscored), 0)::float8 as unscored, coalesce(sum(errored), 0)::float8 as errored,
      coalesce(sum(answered), 0)::float8 as answered, coalesce(sum(cached), 0)::float8 as cached,
      coalesce(sum(saved_micro_usd), 0)::float8 as saved, coalesce(sum(cost_unknown), 0)::float8 as unpriced,
      count(*) filter (where s.state = 'pending' and r.state in ('queued', 'running'))::int as pending,
      count(*) filter (where s.state = 'running')::int as running
    from run_shard s join run r on r.id = s.run_id
  ) s, (
    select coalesce(sum(prompt_tokens), 0)::float8 as prompt, coalesce(sum(completion_tokens), 0)::float8 as completion
    from scorecard
  ) c`;

const dollars = (microUsd: number) => microUsd / 1_000_000;

/** What all workspaces of this installation have done and are doing. */
export async function readRunMetrics(): Promise<Metric[]> {
  const [row] = (await pool().query<Row>(sql)).rows;
  if (row === undefined) return [];
  const labelled = (label: string, values: Record<string, number>) =>
    Object.entries(values).map(([name, value]) => ({ labels: { [label]: name }, value }));
  const { passed, failed, unscored, errored } = row;
  return [
    {
      name: "touchstone_answers_total",
      help: "Answers that were stored, by where they came from. Grows only, unless a workspace is removed.",
      type: "counter",
      samples: labelled("source", { model: row.answered - row.cached, cache: row.cached }),
    },
    {
      name: "touchstone_attempts",
      help: "Stored attempts by verdict. Errored ones become fewer when they are tried again.",
      type: "gauge",
      samples: labelled("verdict", { passed, failed, unscored, errored }),
    },
    {
      name: "touchstone_tokens_total",
      help: "Tokens of runs that have a scorecard, as the servers reported them.",
      type: "counter",
      samples: labelled("kind", { prompt: row.prompt, completion: row.completion }),
    },
    {
      name: "touchstone_cost_usd_total",
      help: "What answers cost, as far as their price is known.",
      type: "counter",
      samples: [{ value: dollars(row.spent) }],
    },
    {
      name: "touchstone_saved_usd_total",
      help: "What answers from the cache had cost when they were made.",
      type: "counter",
      samples: [{ value: dollars(row.saved) }],
    },
    {
      name: "touchstone_unpriced_answers_total",
      help: "Answers whose cost is not known.",
      type: "counter",
      samples: [{ value: row.unpriced }],
    },
    {
      name: "touchstone_rate_limited_calls_total",
      help: "Calls that a provider answered with too many requests.",
      type: "counter",
      samples: [{ value: row.limited }],
    },
    {
      name: "touchstone_runs",
      help: "Runs by state.",
      type: "gauge",
      samples: row.runs.map(({ state, count }) => ({ labels: { state }, value: count })),
    },
    {
      name: "touchstone_shards",
      help: "Shards of runs that wait for a worker, and those in the hands of one.",
      type: "gauge",
      samples: labelled("state", { pending: row.pending, running: row.running }),
    },
    {
      name: "touchstone_workers_alive",
      help: "Worker processes that have reported within a minute.",
      type: "gauge",
      samples: [{ value: row.workers }],
    },
  ];
}
