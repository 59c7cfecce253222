import { chooseMethod } from "#lib/stats/method/choose-method.ts";
import type { Method } from "#lib/stats/method/method-names.ts";
import type { TrendPoint } from "../series/metric-point.ts";
import { type MetricUnit, metricUnits, type TrendMetric } from "../trend-metric.ts";
import { type ControlLimits, controlLimits } from "./control-limits.ts";
import { type Change, levelAndDrift } from "./level-and-drift.ts";

/** What a series of comparable runs shows, by the methods that suit its metric. */
export type LineAnalysis = {
  /** Runs that were looked at, and older ones of the line that were not. */
  runs: number;
  older: number;
  result:
    | { kind: "refused"; why: string }
    | { kind: "flat"; value: number }
    | { kind: "charted"; chart: Method; changePoint: Method; limits: ControlLimits; change: Change };
};

/** Limits from longer ago would describe another time; and permutations of 200 runs take some 40 ms. */
const analysedRuns = 200;

/** Limits, change of level and drift over the newest runs of a line that have a value. */
export function analyseLine(points: readonly TrendPoint[], metric: TrendMetric): LineAnalysis {
  const known = points.flatMap((point) => (point.y === null ? [] : [{ ...point, y: point.y }]));
  const analysed = known.slice(-analysedRuns);
  const older = known.length - analysed.length;
  return { runs: analysed.length, older, result: resultOf(analysed, metric) };
}

export type KnownPoint = TrendPoint & { y: number };

function resultOf(points: readonly KnownPoint[], metric: TrendMetric): LineAnalysis["result"] {
  const unit = metricUnits[metric];
  const choice = chooseMethod({
    score: scoreOf[unit],
    question: "trend",
    cases: points.length,
    repetitions: 1,
    clusters: null,
    labels: { kind: "none" },
    family: 1,
    skewed: false,
  });
  if (choice.kind !== "trend") return { kind: "refused", why: choice.why };
  const first = points[0]?.y ?? 0;
  if (points.every((point) => point.y === first)) return { kind: "flat", value: first };
  const limits = controlLimits(points, { rates: choice.chart === "laney-chart" });
  const change = levelAndDrift(points, { rates: choice.changePoint === "binomial-change-point" });
  if (limits === null || change === null) return { kind: "flat", value: first };
  return { kind: "charted", chart: choice.chart, changePoint: choice.changePoint, limits, change };
}

const scoreOf: Readonly<Record<MetricUnit, "binary" | "graded" | "quantile">> = {
  share: "binary",
  score: "graded",
  ms: "quantile",
  "micro-usd": "graded",
};
