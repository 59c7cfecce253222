import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import type { StoredMeasure } from "../reading/read-measures.ts";
import type { TrendMetric } from "../trend-metric.ts";
import type { TrendRun } from "../trend-run.ts";

export type TrendPoint = {
  runId: string;
  number: number;
  /** In the unit of the metric; null where the run has no such figure. */
  y: number | null;
  /** Its 95 % interval, where there is one. */
  low: number | null;
  high: number | null;
  n: number;
  /** For a share: how many of the n. */
  count: number | null;
};

type Figure = Omit<TrendPoint, "runId" | "number">;

/** What the metric is for a run. `measure`: its stored figure, where the metric is of a grader, a slice or a latency. */
export function metricPoint(
  run: TrendRun,
  metric: TrendMetric,
  measure: StoredMeasure | null,
  { whole }: { whole: boolean },
): TrendPoint {
  return { runId: run.runId, number: run.number, ...figureOf(run, metric, measure, whole) };
}

function figureOf(run: TrendRun, metric: TrendMetric, measure: StoredMeasure | null, whole: boolean): Figure {
  switch (metric) {
    case "pass-rate":
      return whole
        ? share(run.passRate, run.passed, run.scored)
        : share(rateOf(measure), measure?.passed ?? null, measure?.n ?? 0);
    case "mean-score":
      return {
        ...plain(measure?.mean ?? null, measure?.n ?? 0),
        low: measure?.meanLower ?? null,
        high: measure?.meanUpper ?? null,
      };
    case "error-share": {
      const attempted = run.scored + run.unscored + run.errored;
      return share(wilsonInterval({ successes: run.errored, total: attempted }), run.errored, attempted);
    }
    case "latency-p50":
      return quantile(run.latencyP50Ms, run, measure);
    case "latency-p95":
      return quantile(run.latencyP95Ms, run, measure);
    case "cost-per-case":
      return costPer(run, run.scored + run.unscored);
    case "cost-per-solved":
      return {
        ...costPer(run, run.passed),
        low: measure?.lower ?? null,
        high: measure?.upper ?? null,
      };
  }
}

type Rate = { estimate: number; lower: number; upper: number };

function rateOf(measure: StoredMeasure | null): Rate | null {
  if (measure === null) return null;
  const { estimate, lower, upper } = measure;
  return estimate === null || lower === null || upper === null ? null : { estimate, lower, upper };
}

function share(rate: Rate | null, count: number | null, n: number): Figure {
  return { y: rate?.estimate ?? null, low: rate?.lower ?? null, high: rate?.upper ?? null, n, count };
}

function quantile(valueMs: number | null, run: TrendRun, measure: StoredMeasure | null): Figure {
  const n = measure?.n ?? run.scored + run.unscored;
  return { y: valueMs, low: measure?.lower ?? null, high: measure?.upper ?? null, n, count: null };
}

/** No answer, or none that passed, has no cost per one: a gap, never 0. */
function costPer({ costMicroUsd }: TrendRun, n: number): Figure {
  return plain(costMicroUsd === null || n === 0 ? null : costMicroUsd / n, n);
}

const plain = (y: number | null, n: number): Figure => ({ y, low: null, high: null, n, count: null });
