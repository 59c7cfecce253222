import { expect, test } from "vitest";
import { comparedCaseParams, comparedCaseQuery, runIdsOf } from "./compared-case-params.ts";
import { readMargin } from "./read-margin.ts";

test("an address is read back as it was written", () => {
  const params = {
    runIds: ["a", "b", "c"],
    againstId: "c",
    graderVersionId: "g",
    show: "regressed" as const,
    cell: "passed.failed",
    modes: "passed.g",
    soleId: "b",
    slice: "tag:billing & more",
    search: "50 % off?",
    sort: "key.desc" as const,
  };
  expect(comparedCaseParams(new URLSearchParams(comparedCaseQuery(params)))).toEqual(params);
});

test("what is not known is left out", () => {
  const params = comparedCaseParams(new URLSearchParams("runs=a,b&show=nonsense&sort=drop&q="));
  expect(params).toMatchObject({ runIds: ["a", "b"], show: null, sort: "change.asc", search: "" });
  expect(comparedCaseQuery(params)).toBe("runs=a%2Cb");
});

test("a run counts once, and ten are the most", () => {
  expect(runIdsOf(new URLSearchParams("runs=a,b,a,,c"))).toEqual(["a", "b", "c"]);
  const many = Array.from({ length: 14 }, (_, index) => `r${index}`).join(",");
  expect(runIdsOf(new URLSearchParams({ runs: many }))).toHaveLength(10);
});

test.each([
  ["margin=3", 0.03],
  ["margin=0.5", 0.005],
  ["", 0.02],
  ["margin=-1", 0.02],
  ["margin=99", 0.02],
  ["margin=two", 0.02],
])("%s", (address, margin) => expect(readMargin(new URLSearchParams(address))).toBeCloseTo(margin, 12));
