import type { FoundRun } from "../reading/read-trend-runs.ts";
import type { RunPins, TrendRun } from "../trend-run.ts";

/** A run as trends read it: 90 of 98 scored attempts passed, two errored. */
export function trendRunOf(number: number, change: Partial<TrendRun> = {}): TrendRun {
  return {
    runId: `run-${number}`,
    number,
    finishedAt: new Date(number * 1_000),
    model: { id: "m1", name: "Small", versionNumber: 1 },
    datasetVersion: 1,
    splits: [],
    planned: 100,
    passed: 90,
    scored: 98,
    errored: 2,
    unscored: 0,
    passRate: { estimate: 90 / 98, lower: 0.847, upper: 0.958 },
    latencyP50Ms: 200,
    latencyP95Ms: 400,
    costMicroUsd: 980,
    ...change,
  };
}

export function foundRunOf(
  number: number,
  change: Partial<TrendRun> = {},
  pins: Partial<RunPins> = {},
): FoundRun {
  return {
    run: trendRunOf(number, change),
    pins: { graders: [], prices: [null, null, null], ...pins },
  };
}
