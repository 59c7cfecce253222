export const trendMetrics = [
  "pass-rate",
  "mean-score",
  "error-share",
  "latency-p50",
  "latency-p95",
  "cost-per-case",
  "cost-per-solved",
] as const;
export type TrendMetric = (typeof trendMetrics)[number];

export const trendMetricLabels: Readonly<Record<TrendMetric, string>> = {
  "pass-rate": "Pass rate",
  "mean-score": "Mean score",
  "error-share": "Error share",
  "latency-p50": "p50 latency",
  "latency-p95": "p95 latency",
  "cost-per-case": "Cost per case",
  "cost-per-solved": "Cost per solved case",
};

/** What a value is: a share of counted attempts in 0..1, a score, milliseconds, or micro-dollars. */
export type MetricUnit = "share" | "score" | "ms" | "micro-usd";

export const metricUnits: Readonly<Record<TrendMetric, MetricUnit>> = {
  "pass-rate": "share",
  "mean-score": "score",
  "error-share": "share",
  "latency-p50": "ms",
  "latency-p95": "ms",
  "cost-per-case": "micro-usd",
  "cost-per-solved": "micro-usd",
};

export const trendAxes = ["time", "run", "dataset", "model"] as const;
/** What the runs stand along: when they ended, their numbers, or versions of dataset or model. */
export type TrendAxis = (typeof trendAxes)[number];

/** So many lines are drawn at most: those of the models, graders or slices that ran last. */
export const mostLines = 8;
