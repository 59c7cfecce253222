import { describe, expect, test } from "vitest";
import type { StoredMeasure } from "../reading/read-measures.ts";
import { foundRunOf, trendRunOf as run } from "../testing/trend-run-of.ts";
import type { TrendMetric } from "../trend-metric.ts";
import { trendLines } from "./trend-lines.ts";
import { versionMarks } from "./version-marks.ts";

const large = { model: { id: "m2", name: "Large", versionNumber: 3 } };
const whole = { subject: { kind: "whole" }, graderNames: new Map() } as const;
const measure = (
  runId: string,
  name: string,
  n: number,
  change: Partial<StoredMeasure> = {},
): StoredMeasure => ({
  runId,
  name,
  n,
  passed: n / 2,
  estimate: 0.5,
  lower: 0.4,
  upper: 0.6,
  mean: 0.7,
  meanLower: 0.6,
  meanUpper: 0.8,
  ...change,
});

test("one line a model and choice of splits, that of the newest run first", () => {
  const runs = [run(1), run(2, large), run(3, { splits: ["held_out"] }), run(4)];
  const lines = trendLines(runs, [], { metric: "pass-rate", ...whole });
  expect(lines.map((line) => [line.label, line.points.map((point) => point.number)])).toEqual([
    ["Small", [1, 4]],
    ["Small (held-out)", [3]],
    ["Large", [2]],
  ]);
});

describe("the point of a run", () => {
  const pointOf = (metric: TrendMetric, change = {}, measures: StoredMeasure[] = []) =>
    trendLines([run(1, change)], measures, { metric, ...whole })[0]?.points[0];

  test.each([
    ["pass-rate", { y: 90 / 98, low: 0.847, high: 0.958, n: 98, count: 90 }],
    ["error-share", { y: 0.02, n: 100, count: 2 }],
    ["latency-p95", { y: 400, low: null, n: 98 }],
    ["cost-per-case", { y: 10, low: null, n: 98 }],
    ["cost-per-solved", { y: 980 / 90, n: 90 }],
  ] as const)("%s", (metric, expected) => expect(pointOf(metric)).toMatchObject(expected));

  test("an unknown cost and a cost without a solved case are gaps, not zero", () => {
    expect(pointOf("cost-per-case", { costMicroUsd: null })?.y).toBeNull();
    expect(pointOf("cost-per-solved", { passed: 0 })?.y).toBeNull();
  });

  test("a latency takes n and interval from its stored figure", () => {
    const stored = measure("run-1", "", 97, { lower: 380, upper: 450 });
    expect(pointOf("latency-p95", {}, [stored])).toMatchObject({ y: 400, low: 380, high: 450, n: 97 });
  });

  test("a run without the slice is a gap", () => {
    const lines = trendLines([run(1), run(2)], [measure("run-2", "a", 40)], {
      metric: "pass-rate",
      subject: { kind: "slice", dimension: "tag", value: "a" },
      graderNames: new Map(),
    });
    expect(lines[0]?.points.map((point) => [point.y, point.n])).toEqual([
      [null, 0],
      [0.5, 40],
    ]);
  });
});

test("a line for each grader is of the model that ran last", () => {
  const measures = [measure("run-1", "g1", 10), measure("run-3", "g1", 10), measure("run-3", "g2", 20)];
  const lines = trendLines([run(1), run(2, large), run(3)], measures, {
    metric: "mean-score",
    subject: { kind: "graders" },
    graderNames: new Map([["g1", "Exact"]]),
  });
  expect(lines.map((line) => [line.label, line.points.map((point) => [point.number, point.y])])).toEqual([
    ["g2", [[3, 0.7]]],
    [
      "Exact",
      [
        [1, 0.7],
        [3, 0.7],
      ],
    ],
  ]);
});

describe("marks", () => {
  test("where a newer dataset version comes into use, once each", () => {
    const found = [1, 1, 2, 1, 2, 4].map((datasetVersion, index) =>
      foundRunOf(index + 1, { datasetVersion }),
    );
    expect(versionMarks(found, null).map((mark) => [mark.runNumber, mark.label])).toEqual([
      [3, "dataset v2"],
      [6, "dataset v4"],
    ]);
  });

  test("of a newer grader, and of prompt and price of the model that is looked at", () => {
    const exact = (number: number) => ({
      graders: [{ graderId: "g", versionId: `g${number}`, name: "Exact", number }],
    });
    const second = { model: { id: "m1", name: "Small", versionNumber: 2 } };
    const found = [
      foundRunOf(1, {}, { ...exact(1), prices: [10, 20, null] }),
      foundRunOf(2, large, { ...exact(1), prices: [90, 90, null] }),
      foundRunOf(3, second, { ...exact(2), prices: [10, 20, null] }),
      foundRunOf(4, second, { ...exact(1), prices: [10, 25, null] }),
    ];
    expect(versionMarks(found, "m1").map(({ runNumber, kind }) => [runNumber, kind])).toEqual([
      [3, "grader"],
      [3, "model"],
      [4, "price"],
    ]);
  });
});
