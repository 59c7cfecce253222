import { expect, test } from "vitest";
import type { Trend } from "./get-trend.ts";
import { packTrend, unpackTrend } from "./pack-trend.ts";
import type { TrendRun } from "./trend-run.ts";

function run(number: number, more: Partial<TrendRun>): TrendRun {
  return {
    runId: `run ${number}`,
    number,
    finishedAt: new Date(Date.UTC(2026, 10, number)),
    model: { id: "small", name: "Small", versionNumber: 1 },
    datasetVersion: 2,
    splits: [],
    planned: 10,
    passed: 7,
    scored: 9,
    errored: 1,
    unscored: 0,
    passRate: { estimate: 7 / 9, lower: 0.45, upper: 0.94 },
    latencyP50Ms: 12.5,
    latencyP95Ms: null,
    costMicroUsd: 840,
    ...more,
  };
}

test("a packed trend is unpacked as it was", () => {
  const trend: Trend = {
    dataset: { id: "d", name: "Golden" },
    metric: "pass-rate",
    subject: "whole",
    runs: [
      run(1, {}),
      run(2, { passRate: null, scored: 0, splits: ["tuning", "fresh"], costMicroUsd: null }),
      run(3, { model: { id: "small", name: "Small", versionNumber: 2 } }),
      run(4, { model: { id: "large", name: "Large", versionNumber: 1 } }),
    ],
    hasOlder: true,
    lines: [
      {
        id: "small",
        label: "Small",
        modelId: "small",
        points: [
          { runId: "run 1", number: 1, y: 7 / 9, low: 0.45, high: 0.94, n: 9, count: 7 },
          { runId: "run 3", number: 3, y: null, low: null, high: null, n: 0, count: null },
        ],
      },
      { id: "large", label: "Large", modelId: "large", points: [] },
    ],
    lineCount: 2,
    focus: null,
    marks: [],
    choices: { models: [], graders: [], slices: [] },
  };
  expect(unpackTrend(packTrend(trend))).toEqual(trend);
});
