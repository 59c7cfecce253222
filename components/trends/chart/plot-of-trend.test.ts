import { describe, expect, test } from "vitest";
import { analyseLine } from "#lib/trends/analysis/analyse-line.ts";
import type { Trend } from "#lib/trends/get-trend.ts";
import { trendLines } from "#lib/trends/series/trend-lines.ts";
import { trendRunOf } from "#lib/trends/testing/trend-run-of.ts";
import { pictureOf, runsBetween } from "./plot-of-trend.ts";

const versionOf = (number: number) => (number < 7 ? 1 : 2);
const runs = Array.from({ length: 12 }, (_, index) => {
  const passed = index < 6 ? 90 + (index % 2) : 70 + (index % 2);
  return trendRunOf(index + 11, {
    datasetVersion: versionOf(index),
    passed,
    scored: 100,
    passRate: { estimate: passed / 100, lower: passed / 100 - 0.05, upper: passed / 100 + 0.05 },
  });
});
const lines = trendLines(runs, [], {
  metric: "pass-rate",
  subject: { kind: "whole" },
  graderNames: new Map(),
});
const [line] = lines;
if (line === undefined) throw new Error("no line");
const trend: Trend = {
  dataset: { id: "d", name: "D" },
  metric: "pass-rate",
  subject: "whole",
  runs,
  hasOlder: false,
  lines,
  lineCount: 1,
  focus: { id: line.id, label: line.label, analysis: analyseLine(line.points, "pass-rate") },
  marks: [
    { runNumber: 18, kind: "dataset", label: "dataset v2" },
    { runNumber: 18, kind: "grader", label: "Exact v2" },
  ],
  choices: { models: [], graders: [], slices: [] },
};
const accepted = (number: number, day: number, value: number | null = 0.9) => ({
  number,
  finishedAt: new Date(number * 1_000),
  approvedAt: new Date(Date.UTC(2026, 0, day)),
  value,
});
const percent = (y: number) => `${y * 100}`;

describe("what is drawn of a trend", () => {
  test("along runs: limits, what is new at one place, and where the level changed", () => {
    const picture = pictureOf(trend, "run", [], percent);
    expect(picture.lines[0]?.points.map((point) => point.x)).toEqual(runs.map((run) => run.number));
    expect(picture.limits?.byX).toHaveLength(12);
    expect(picture.marks).toEqual([{ x: 18, label: "dataset v2, Exact v2" }]);
    expect(picture.change).toEqual([16, 17]);
  });

  test("along versions the newest run of each stands for it, without limits", () => {
    const picture = pictureOf(trend, "dataset", [accepted(12, 1)], percent);
    expect(picture.lines[0]?.points.map(({ x, run }) => [x, run])).toEqual([
      [1, 17],
      [2, 22],
    ]);
    expect(picture).toMatchObject({ limits: null, marks: [], references: [], change: null });
  });

  test("an accepted level holds from its run until the next accepted one", () => {
    const { references } = pictureOf(trend, "run", [accepted(15, 2), accepted(3, 1)], percent);
    expect(references.map(({ from, to, label }) => [from, to, label])).toEqual([
      [11, 15, "accepted: run 3, 90"],
      [15, 22, "accepted: run 15, 90"],
    ]);
  });

  test("an accepted run without the figure, or after the range, has no level", () => {
    expect(pictureOf(trend, "run", [accepted(12, 1, null)], percent).references).toEqual([]);
    expect(pictureOf(trend, "time", [accepted(90, 1)], percent).references).toEqual([]);
  });
});

test("a dragged range is told in run numbers, whatever the axis", () => {
  expect(runsBetween(runs, "run", 12, 14)).toBe("12-14");
  expect(runsBetween(runs, "time", 12_000, 13_500)).toBe("12-13");
  expect(runsBetween(runs, "dataset", 2, 2)).toBe("18-22");
  expect(runsBetween(runs, "run", 90, 99)).toBeNull();
});
