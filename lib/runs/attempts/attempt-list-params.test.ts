import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "#lib/ids/new-id.ts";
import { attemptListParams, attemptListQuery, runCasesHref } from "./attempt-list-params.ts";
import { attemptSorts, attemptViews, labelStates, stabilities } from "./attempt-views.ts";

const text = fc.option(fc.string({ maxLength: 40 }).map((value) => value.toWellFormed()));
const id = fc.option(fc.constant(newId()));

test("every list has an address that reads back as the same list", () => {
  const params = fc.record({
    view: fc.constantFrom(...attemptViews),
    search: fc.string({ maxLength: 40 }).map((value) => value.toWellFormed()),
    failedBy: id,
    unscoredBy: id,
    slice: text,
    value: text,
    expected: text,
    actual: text,
    stability: fc.option(fc.constantFrom(...stabilities)),
    finish: text,
    error: text,
    labels: fc.option(fc.constantFrom(...labelStates)),
    rows: fc.option(fc.constant("case" as const)),
    sort: fc.constantFrom(...attemptSorts),
    direction: fc.constantFrom("ascending" as const, "descending" as const),
  });
  fc.assert(
    fc.property(params, (list) => {
      expect(attemptListParams(new URLSearchParams(attemptListQuery(list)))).toEqual(list);
    }),
  );
});

test("what is not known is left out", () => {
  const query = new URLSearchParams("view=odd&failedBy=1%20or%201&sort=key.asc&slice=");
  query.set("expected", "x".repeat(500));
  expect(attemptListParams(query)).toMatchObject({
    view: "failed",
    failedBy: null,
    sort: "position",
    slice: "",
    expected: null,
  });
});

test("a link to the failed cases of a run is short", () => {
  expect(runCasesHref("r", { view: "failed" })).toBe("/runs/r#cases");
  expect(runCasesHref("r", { view: "all", expected: "a&b" })).toBe("/runs/r?view=all&expected=a%26b#cases");
});
