import { expect, test } from "vitest";
import { missingBlocks, sparseRows, withBlock } from "./row-blocks.ts";

test("a list has a place for every row, and a block fills its own", () => {
  const rows = sparseRows(250, ["a", "b"]);
  expect(rows).toHaveLength(250);
  const more = withBlock(rows, { offset: 200, items: ["y", "z"], total: 250 });
  expect([more[0], more[1], more[2], more[200], more[201]]).toEqual(["a", "b", undefined, "y", "z"]);
  expect(rows[200]).toBeUndefined();
});

test("a list that has become shorter or longer loses and gains places", () => {
  const rows = sparseRows(3, ["a", "b", "c"]);
  expect(withBlock(rows, { offset: 0, items: ["a", "b"], total: 2 })).toEqual(["a", "b"]);
  expect(withBlock(rows, { offset: 0, items: [], total: 5 })).toHaveLength(5);
});

test("only blocks with a hole in view are missing", () => {
  const rows = withBlock(sparseRows(1_000, []), {
    offset: 100,
    items: Array.from({ length: 100 }, (_, index) => index),
    total: 1_000,
  });
  expect(missingBlocks(rows, { first: 90, last: 210, size: 100 })).toEqual([0, 200]);
  expect(missingBlocks(rows, { first: 120, last: 180, size: 100 })).toEqual([]);
  expect(missingBlocks(rows, { first: 950, last: 1_400, size: 100 })).toEqual([900]);
  expect(missingBlocks(sparseRows(0, []), { first: 0, last: 30, size: 100 })).toEqual([]);
});
