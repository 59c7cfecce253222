import { expect, test } from "vitest";
import { comparedCaseParams, comparedCaseQuery } from "./compared-case-params.ts";

test.each([["runs=a,b&show=broken&grader=g&q=50%25+%26&sort=key.desc"], ["runs=a,b"]])(
  "writes what it reads: %s",
  (address) => {
    const params = comparedCaseParams(new URLSearchParams(address));
    expect(decodeURIComponent(comparedCaseQuery(params))).toBe(decodeURIComponent(address));
  },
);

test("leaves out what it does not know", () => {
  const params = comparedCaseParams(new URLSearchParams(`show=evil&sort=x;y&q=${"a".repeat(900)}`));
  expect(params).toEqual({
    baselineId: "",
    candidateId: "",
    bucket: null,
    graderVersionId: null,
    search: "a".repeat(400),
    sort: "position.asc",
  });
});
