import { type QuantileRanks, quantileRanks } from "#lib/stats/quantiles/quantile-ranks.ts";
import type { Limits, Quantiles, Scorecard } from "../scorecard.ts";
import type { RunScope } from "./run-scope.ts";

/** How many answers have a latency, and between which. */
export type Timed = { n: number; fromMs: number; toMs: number };

type Row = {
  mean: number;
  quantiles: [number, number] | null;
  limits: number[] | null;
  firstN: number;
  firstMean: number;
  firstQuantiles: [number, number] | null;
  speedN: number;
  speedQuantiles: [number, number] | null;
};

const speed = "completion_tokens * 1000 / nullif(latency_ms, 0)";

/** Equal aggregates over the same order sort once. */
const sql = `
  select avg(latency_ms) as mean, percentile_cont(array[0.5, 0.95]) within group (order by latency_ms) as quantiles,
    percentile_disc($3::float8[]) within group (order by latency_ms) as limits,
    count(time_to_first_token_ms)::int as "firstN", avg(time_to_first_token_ms) as "firstMean",
    percentile_cont(array[0.5, 0.95]) within group (order by time_to_first_token_ms) as "firstQuantiles",
    count(${speed})::int as "speedN", percentile_cont(array[0.05, 0.5]) within group (order by ${speed}) as "speedQuantiles"
  from attempt where workspace_id = $1 and run_id = $2 and outcome = 'answered'`;

export type LatencyMeasures = Pick<Scorecard, "latencyMs" | "timeToFirstTokenMs" | "tokensPerSecond">;

/**
 * How fast the answers came. Those from the cache count with the time that they took when they were made. `units` is how many of the
 * latencies are independent: attempts, or cases or clusters with one.
 */
export async function readLatency(scope: RunScope, timed: Timed, units: number): Promise<LatencyMeasures> {
  const ranks = [quantileRanks(units, 0.5), quantileRanks(units, 0.95)];
  const [row] = await scope.query<Row>(sql, [levelsOf(ranks, units)]);
  if (row === undefined) throw new Error("An aggregate without groups has one row.");
  const [slow, median] = row.speedQuantiles ?? [];
  const latencyMs = quantiles(timed.n, row.mean, row.quantiles);
  return {
    latencyMs: latencyMs && { ...latencyMs, limits: limitsOf(row.limits ?? [], ranks, units) },
    timeToFirstTokenMs: quantiles(row.firstN, row.firstMean, row.firstQuantiles),
    tokensPerSecond:
      slow === undefined || median === undefined || row.speedN === 0
        ? null
        : { n: row.speedN, p50: median, p05: slow },
  };
}

function quantiles(n: number, mean: number, found: [number, number] | null): Quantiles | null {
  return n === 0 || found === null ? null : { n, mean, p50: found[0], p95: found[1], limits: null };
}

/** Level (rank - 1/2) / n is the value of that rank among n, and among more values the one at the same share. */
function levelsOf(ranks: readonly QuantileRanks[], units: number): number[] {
  return ranks
    .flatMap(({ lowerRank, upperRank }) => [lowerRank, upperRank])
    .map((rank) => Math.max(0, Math.min(1, (rank - 0.5) / Math.max(1, units))));
}

function limitsOf(
  values: readonly number[],
  ranks: readonly QuantileRanks[],
  units: number,
): Quantiles["limits"] {
  const [p50, p95] = ranks.map(
    ({ lowerRank, upperRank }, index): Limits => ({
      lower: lowerRank < 1 ? null : (values[2 * index] ?? null),
      upper: upperRank > units ? null : (values[2 * index + 1] ?? null),
    }),
  );
  return p50 && p95 ? { p50, p95, units } : null;
}
