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
  passed: number;
  /** Attempts that passed or failed: the n of the pass rate. */
  scored: number;
  errored: number;
  unscored: number;
  /** With its 95 % Wilson interval, at the effective n where attempts depend on one another; null where nothing was scored. */
  passRate: { estimate: number; lower: number; upper: number } | null;
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
  /** Null when the cost of an answer is not known. */
  costMicroUsd: number | null;
};

/** What a run was measured with: where it changes, values of neighbouring runs may differ for that reason. */
export type RunPins = {
  graders: readonly { graderId: string; versionId: string; name: string; number: number }[];
  /** Micro-dollars per million tokens, input, output and cached input; null is unknown. */
  prices: readonly (number | null)[];
};
