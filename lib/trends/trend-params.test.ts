import { expect, test } from "vitest";
import { trendParams } from "./trend-params.ts";

const id = "0190c9d0-0000-7000-8000-000000000001";

test("an address is read", () => {
  const query = new URLSearchParams({
    dataset: id,
    metric: "cost-per-case",
    of: "slice:tag=a",
    range: "12-40",
    line: "x",
    q: "small",
    sort: "cost.desc",
  });
  query.append("model", id);
  expect(trendParams(query)).toEqual({
    datasetId: id,
    metric: "cost-per-case",
    subject: "slice:tag=a",
    modelIds: [id],
    range: [12, 40],
    lineId: "x",
    view: { search: "small", sort: { column: "cost", direction: "desc" } },
  });
});

test("what it does not know is left out", () => {
  const query = new URLSearchParams("dataset=x&metric=luck&range=a-b&sort=luck.asc&model=1");
  expect(trendParams(query)).toEqual({
    datasetId: null,
    metric: "pass-rate",
    subject: "whole",
    modelIds: [],
    range: null,
    lineId: null,
    view: { search: "", sort: null },
  });
});
