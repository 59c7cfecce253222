import { pool } from "#lib/db/database.ts";
import { type RunScope, scopeValues } from "./run-scope.ts";
import type { Counts, Histogram, Quantiles, Scorecard } from "./scorecard.ts";

type Row = {
  passed: number;
  failed: number;
  unscored: number;
  errored: number;
  latencyN: number;
  latencyMean: number;
  latencyP50: number;
  latencyP95: number;
  latencyMin: number;
  latencyMax: number;
  ttftN: number;
  ttftMean: number;
  ttftP50: number;
  ttftP95: number;
  prompt: number;
  completion: number;
  cached: number;
  reasoning: number;
  tokensN: number;
  costMicroUsd: number;
  costKnown: number;
  costUnknown: number;
};

const sql = `
  select
    count(*) filter (where verdict = 'passed')::int as passed,
    count(*) filter (where verdict = 'failed')::int as failed,
    count(*) filter (where verdict = 'unscored')::int as unscored,
    count(*) filter (where verdict = 'errored')::int as errored,
    count(latency_ms)::int as "latencyN", avg(latency_ms) as "latencyMean",
    percentile_cont(0.5) within group (order by latency_ms) as "latencyP50",
    percentile_cont(0.95) within group (order by latency_ms) as "latencyP95",
    min(latency_ms) as "latencyMin", max(latency_ms) as "latencyMax",
    count(time_to_first_token_ms)::int as "ttftN", avg(time_to_first_token_ms) as "ttftMean",
    percentile_cont(0.5) within group (order by time_to_first_token_ms) as "ttftP50",
    percentile_cont(0.95) within group (order by time_to_first_token_ms) as "ttftP95",
    coalesce(sum(prompt_tokens), 0)::float8 as prompt, coalesce(sum(completion_tokens), 0)::float8 as completion,
    coalesce(sum(cached_tokens), 0)::float8 as cached, coalesce(sum(reasoning_tokens), 0)::float8 as reasoning,
    count(completion_tokens)::int as "tokensN",
    coalesce(sum(cost_micro_usd), 0)::float8 as "costMicroUsd", count(cost_micro_usd)::int as "costKnown",
    count(*) filter (where outcome = 'answered' and cost_micro_usd is null)::int as "costUnknown"
  from attempt where workspace_id = $1 and run_id = $2`;

export type Totals = Pick<Scorecard, "latencyMs" | "timeToFirstTokenMs" | "tokens" | "cost"> & {
  counts: Omit<Counts, "planned" | "missing">;
  latencyRange: { from: number; to: number } | null;
};

/** What one pass over the attempts of a run tells. */
export async function readTotals(scope: RunScope): Promise<Totals> {
  const [row] = (await pool().query<Row>(sql, scopeValues(scope))).rows;
  if (row === undefined) throw new Error("An aggregate without groups has one row.");
  return {
    counts: { passed: row.passed, failed: row.failed, unscored: row.unscored, errored: row.errored },
    latencyMs: quantiles(row.latencyN, row.latencyMean, row.latencyP50, row.latencyP95),
    latencyRange: row.latencyN === 0 ? null : { from: row.latencyMin, to: row.latencyMax },
    timeToFirstTokenMs: quantiles(row.ttftN, row.ttftMean, row.ttftP50, row.ttftP95),
    tokens: {
      prompt: row.prompt,
      completion: row.completion,
      cached: row.cached,
      reasoning: row.reasoning,
      n: row.tokensN,
    },
    cost: { knownMicroUsd: row.costMicroUsd, known: row.costKnown, unknown: row.costUnknown },
  };
}

function quantiles(n: number, mean: number, p50: number, p95: number): Quantiles | null {
  return n === 0 ? null : { n, mean, p50, p95 };
}

const bins = 24;

export async function readLatencyHistogram(
  scope: RunScope,
  range: { from: number; to: number } | null,
): Promise<Histogram | null> {
  if (range === null || range.from === range.to) return null;
  const { rows } = await pool().query<{ bin: number; count: number }>(
    `select least(${bins}, width_bucket(latency_ms, $3, $4, ${bins})) as bin, count(*)::int as count
     from attempt where workspace_id = $1 and run_id = $2 and latency_ms is not null group by 1`,
    [...scopeValues(scope), range.from, range.to],
  );
  return { ...range, counts: fillBins(rows, bins) };
}

/** Counts for the bins 1..n as PostgreSQL's width_bucket numbers them; bins without rows are zero. */
export function fillBins(rows: readonly { bin: number; count: number }[], n: number): number[] {
  const counts = Array.from({ length: n }, () => 0);
  for (const { bin, count } of rows)
    counts[Math.max(0, bin - 1)] = (counts[Math.max(0, bin - 1)] ?? 0) + count;
  return counts;
}
