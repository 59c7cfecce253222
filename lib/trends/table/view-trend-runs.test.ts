import { expect, test } from "vitest";
import { trendRunOf } from "../testing/trend-run-of.ts";
import { type TrendTableView, viewTrendRuns } from "./view-trend-runs.ts";

const large = { model: { id: "m2", name: "Large", versionNumber: 3 } };
const runs = [
  trendRunOf(1, { costMicroUsd: 5 }),
  trendRunOf(2, { costMicroUsd: null }),
  trendRunOf(3, { costMicroUsd: 1, ...large }),
  trendRunOf(4, { costMicroUsd: 5 }),
];
const numbers = (view: Partial<TrendTableView>) =>
  viewTrendRuns(runs, { search: "", sort: null, ...view }).map((one) => one.number);

test("the newest first without a sort", () => expect(numbers({})).toEqual([4, 3, 2, 1]));

test.each([
  ["asc", [3, 4, 1, 2]],
  ["desc", [4, 1, 3, 2]],
] as const)("an unknown cost comes last, %s", (direction, expected) => {
  expect(numbers({ sort: { column: "cost", direction } })).toEqual(expected);
});

test.each([
  [" LARGE ", [3]],
  ["run 4", [4]],
  ["v3", [3]],
  ["nothing", []],
])("a search for %j", (search, expected) => expect(numbers({ search })).toEqual(expected));
