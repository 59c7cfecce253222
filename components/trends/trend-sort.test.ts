import { expect, test } from "vitest";
import type { TrendRun } from "#lib/trends/trend-run.ts";
import { sortTrendRuns } from "./trend-sort.ts";

const run = (number: number, costMicroUsd: number | null): TrendRun => ({
  runId: String(number),
  number,
  finishedAt: new Date(number),
  model: { id: "m", name: "Small", versionNumber: 1 },
  datasetVersion: 1,
  splits: [],
  planned: 1,
  scored: 1,
  errored: 0,
  unscored: 0,
  passRate: null,
  latencyP95Ms: null,
  costMicroUsd,
});
const runs = [run(1, 5), run(2, null), run(3, 1), run(4, 5)];
const numbers = (sort: Parameters<typeof sortTrendRuns>[1]) =>
  sortTrendRuns(runs, sort).map((one) => one.number);

test("the newest first without a sort", () => expect(numbers(null)).toEqual([4, 3, 2, 1]));
test.each([
  ["asc", [3, 4, 1, 2]],
  ["desc", [4, 1, 3, 2]],
] as const)("an unknown cost comes last, %s", (direction, expected) => {
  expect(numbers({ column: "cost", direction })).toEqual(expected);
});
