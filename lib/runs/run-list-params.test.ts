import { expect, test } from "vitest";
import { newId } from "#lib/ids/new-id.ts";
import { runListParams, runListQuery, runSorts } from "./run-list-params.ts";
import { runStateGroups } from "./run-state.ts";

test.each(runSorts.flatMap((sort) => [[sort, "ascending"] as const, [sort, "descending"] as const]))(
  "a list sorted by %s %s has an address that reads back",
  (sort, direction) => {
    const params = {
      search: "naive & co",
      datasetId: newId(),
      modelId: null,
      experimentId: newId(),
      states: [...runStateGroups],
      sort,
      direction,
    };
    expect(runListParams(new URLSearchParams(runListQuery(params)))).toEqual(params);
  },
);

test("the plain list has the plain address, and what is not known is left out", () => {
  const odd = new URLSearchParams("dataset=x&state=odd&state=failed&sort=name.asc");
  expect(runListQuery(runListParams(odd))).toBe("state=failed");
  expect(runListQuery(runListParams(new URLSearchParams()))).toBe("");
});
