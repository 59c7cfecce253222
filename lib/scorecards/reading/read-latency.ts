import { type QuantileRanks, quantileRanks } from "#lib/stats/quantiles/quantile-ranks.ts";
import type { Limits, Quantiles, Scorecard } from "../scorecard.ts";
import type { RunScope } from "./run-scope.ts";

/** How many answers have a latency, a time to the first token and a speed, and between which latencies. */
export type Timed = { n: number; firstN: number; speedN: number; fromMs: number; toMs: number };

type Row = {
  mean: number;
  quantiles: [number, number] | null;
  limits: number[] | null;
  firstMean: number;
  firstQuantiles: [number, number] | null;
  firstLimits: number[] | null;
  speedQuantiles: [number, number] | null;
  speedLimits: number[] | null;
};

const speed = "completion_tokens * 1000 / nullif(latency_ms, 0)";
const within = (fraction: string, order: string) => `${fraction} within group (order by ${order})`;

/** Aggregates over the same order sort once. */
const sql = `
  select avg(latency_ms) as mean, ${within("percentile_cont(array[0.5, 0.95])", "latency_ms")} as quantiles,
    ${within("percentile_disc($3::float8[])", "latency_ms")} as limits, avg(time_to_first_token_ms) as "firstMean",
    ${within("percentile_cont(array[0.5, 0.95])", "time_to_first_token_ms")} as "firstQuantiles",
    ${within("percentile_disc($4::float8[])", "time_to_first_token_ms")} as "firstLimits",
    ${within("percentile_cont(array[0.05, 0.5])", speed)} as "speedQuantiles",
    ${within("percentile_disc($5::float8[])", speed)} as "speedLimits"
  from attempt where workspace_id = $1 and run_id = $2 and outcome = 'answered'`;

export type LatencyMeasures = Pick<Scorecard, "latencyMs" | "timeToFirstTokenMs" | "tokensPerSecond">;

/**
 * How fast the answers came. Those from the cache count with the time that they took when they were made. `units` is how many of the
 * latencies are independent: attempts, or cases or clusters with one.
 */
export async function readLatency(scope: RunScope, timed: Timed, units: number): Promise<LatencyMeasures> {
  const [all, first, speeds] = [timed.n, timed.firstN, timed.speedN].map((n) => ranksOf(Math.min(n, units)));
  if (all === undefined || first === undefined || speeds === undefined) throw new Error("There are three.");
  const [row] = await scope.query<Row>(sql, [all.levels, first.levels, speeds.levels]);
  if (row === undefined) throw new Error("An aggregate without groups has one row.");
  const [slow, median] = row.speedQuantiles ?? [];
  return {
    latencyMs: quantiles(timed.n, row.mean, row.quantiles, limitsOf(row.limits, all)),
    timeToFirstTokenMs: quantiles(
      timed.firstN,
      row.firstMean,
      row.firstQuantiles,
      limitsOf(row.firstLimits, first),
    ),
    tokensPerSecond:
      slow === undefined || median === undefined || timed.speedN === 0
        ? null
        : {
            n: timed.speedN,
            p50: median,
            p05: slow,
            limits: limitsOf(row.speedLimits, speeds)?.p50 ?? null,
          },
  };
}

function quantiles(
  n: number,
  mean: number,
  found: [number, number] | null,
  limits: Quantiles["limits"],
): Quantiles | null {
  return n === 0 || found === null ? null : { n, mean, p50: found[0], p95: found[1], limits };
}

/** Of p50 and p95. Level (rank - 1/2) / n is the value of that rank among n, and among more values the one at the same share. */
type Ranks = { units: number; p50: QuantileRanks; p95: QuantileRanks; levels: number[] };

function ranksOf(units: number): Ranks {
  const [p50, p95] = [quantileRanks(units, 0.5), quantileRanks(units, 0.95)];
  const levels = [p50.lowerRank, p50.upperRank, p95.lowerRank, p95.upperRank].map((rank) =>
    Math.max(0, Math.min(1, (rank - 0.5) / Math.max(1, units))),
  );
  return { units, p50, p95, levels };
}

function limitsOf(values: readonly number[] | null, { units, p50, p95 }: Ranks): Quantiles["limits"] {
  if (values === null || units === 0) return null;
  const between = (ranks: QuantileRanks, place: number): Limits => ({
    lower: ranks.lowerRank < 1 ? null : (values[place] ?? null),
    upper: ranks.upperRank > units ? null : (values[place + 1] ?? null),
  });
  return { p50: between(p50, 0), p95: between(p95, 2), units };
}
