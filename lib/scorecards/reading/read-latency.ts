import type { Histogram, Quantiles, Scorecard } from "../scorecard.ts";
import type { RunScope } from "./run-scope.ts";

type Row = {
  n: number;
  mean: number;
  quantiles: [number, number] | null;
  from: number;
  to: number;
  firstN: number;
  firstMean: number;
  firstQuantiles: [number, number] | null;
  speedN: number;
  speedQuantiles: [number, number] | null;
};

const speed = "completion_tokens * 1000 / nullif(latency_ms, 0)";

const sql = `
  select count(latency_ms)::int as n, avg(latency_ms) as mean, min(latency_ms) as "from", max(latency_ms) as "to",
    percentile_cont(array[0.5, 0.95]) within group (order by latency_ms) as quantiles,
    count(time_to_first_token_ms)::int as "firstN", avg(time_to_first_token_ms) as "firstMean",
    percentile_cont(array[0.5, 0.95]) within group (order by time_to_first_token_ms) as "firstQuantiles",
    count(${speed})::int as "speedN", percentile_cont(array[0.05, 0.5]) within group (order by ${speed}) as "speedQuantiles"
  from attempt where workspace_id = $1 and run_id = $2 and outcome = 'answered'`;

export type LatencyMeasures = Pick<
  Scorecard,
  "latencyMs" | "latencyHistogram" | "timeToFirstTokenMs" | "tokensPerSecond"
>;

/** How fast the answers came. Those from the cache count with the time that they took when they were made. */
export async function readLatency(scope: RunScope): Promise<LatencyMeasures> {
  const [row] = await scope.query<Row>(sql);
  if (row === undefined) throw new Error("An aggregate without groups has one row.");
  const [slow, median] = row.speedQuantiles ?? [];
  return {
    latencyMs: quantiles(row.n, row.mean, row.quantiles),
    latencyHistogram: row.n === 0 ? null : await readHistogram(scope, row),
    timeToFirstTokenMs: quantiles(row.firstN, row.firstMean, row.firstQuantiles),
    tokensPerSecond:
      slow === undefined || median === undefined || row.speedN === 0
        ? null
        : { n: row.speedN, p50: median, p05: slow },
  };
}

function quantiles(n: number, mean: number, found: [number, number] | null): Quantiles | null {
  return n === 0 || found === null ? null : { n, mean, p50: found[0], p95: found[1] };
}

const bins = 24;

async function readHistogram(scope: RunScope, { from, to }: Row): Promise<Histogram | null> {
  if (from === to) return null;
  const rows = await scope.query<{ bin: number; count: number }>(
    `select least(${bins}, width_bucket(latency_ms, $3, $4, ${bins})) as bin, count(*)::int as count
     from attempt where workspace_id = $1 and run_id = $2 and latency_ms is not null group by 1`,
    [from, to],
  );
  return { from, to, counts: fillBins(rows, bins) };
}

/** Counts for the bins 1..n as PostgreSQL's width_bucket numbers them; bins without rows are zero. */
export function fillBins(rows: readonly { bin: number; count: number }[], n: number): number[] {
  const counts = Array.from({ length: n }, () => 0);
  for (const { bin, count } of rows)
    counts[Math.max(0, bin - 1)] = (counts[Math.max(0, bin - 1)] ?? 0) + count;
  return counts;
}
