import { expect, test } from "vitest";
import type { TrendRun } from "./trend-run.ts";
import { trendSeries, versionMarks } from "./trend-series.ts";

const run = (number: number, change: Partial<TrendRun> = {}): TrendRun => ({
  runId: `run-${number}`,
  number,
  finishedAt: new Date(number * 1000),
  model: { id: "m1", name: "Small", versionNumber: 1 },
  datasetVersion: 1,
  splits: [],
  planned: 100,
  scored: 98,
  errored: 2,
  unscored: 0,
  passRate: { estimate: 0.9, lower: 0.82, upper: 0.95 },
  latencyP95Ms: 400,
  costMicroUsd: null,
  ...change,
});
const large = { model: { id: "m2", name: "Large", versionNumber: 3 } };

test("one series a model and choice of splits, the newest first", () => {
  const series = trendSeries([run(1), run(2, large), run(3, { splits: ["held_out"] }), run(4)], "pass-rate");
  expect(series.map((one) => [one.label, one.points.map((point) => point.number)])).toEqual([
    ["Small", [1, 4]],
    ["Small (held-out)", [3]],
    ["Large", [2]],
  ]);
  expect(series[0]?.points[0]).toMatchObject({ x: 1000, y: 0.9, low: 0.82, high: 0.95, n: 98 });
});

test("an unknown cost is a gap, not zero", () => {
  expect(trendSeries([run(1)], "cost")[0]?.points[0]).toMatchObject({ y: null, low: null });
  expect(trendSeries([run(1)], "latency-p95")[0]?.points[0]).toMatchObject({ y: 400, high: null });
});

test("marks where a newer dataset version comes into use, once each", () => {
  const runs = [1, 1, 2, 1, 2, 4].map((datasetVersion, index) => run(index + 1, { datasetVersion }));
  expect(versionMarks(runs)).toEqual([
    { x: 3000, label: "dataset v2" },
    { x: 6000, label: "dataset v4" },
  ]);
});
