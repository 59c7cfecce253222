import type { Split } from "#lib/datasets/split.ts";

/** One finished run of a dataset, as its scorecard has it. */
export type TrendRun = {
  runId: string;
  number: number;
  finishedAt: Date;
  model: { id: string; name: string; versionNumber: number };
  datasetVersion: number;
  /** Empty means all splits. */
  splits: Split[];
  planned: number;
  /** Cases that passed or failed: the n of the pass rate. */
  scored: number;
  errored: number;
  unscored: number;
  /** With its 95 % Wilson interval; null where nothing was scored. */
  passRate: { estimate: number; lower: number; upper: number } | null;
  latencyP95Ms: number | null;
  /** Null when the cost of an answer is not known. */
  costMicroUsd: number | null;
};

export const trendMetrics = ["pass-rate", "latency-p95", "cost"] as const;
export type TrendMetric = (typeof trendMetrics)[number];

export const trendMetricLabels: Record<TrendMetric, string> = {
  "pass-rate": "Pass rate",
  "latency-p95": "p95 latency",
  cost: "Cost of the run",
};
