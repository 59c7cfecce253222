import { expect, test } from "vitest";
import { nextRowIndex } from "./next-row-index.ts";

test.each([
  ["ArrowDown", null, 10, 0],
  ["ArrowDown", 9, 10, 9],
  ["ArrowUp", null, 10, 9],
  ["ArrowUp", 0, 10, 0],
  ["PageDown", 2, 10, 7],
  ["PageDown", 8, 10, 9],
  ["PageUp", 3, 10, 0],
  ["Home", 5, 10, 0],
  ["End", 5, 100_000, 99_999],
  ["Enter", 5, 10, null],
  ["ArrowDown", null, 0, null],
])("%s from %s of %s rows goes to %s", (key, current, rowCount, expected) => {
  expect(nextRowIndex(key, current, rowCount, 5)).toBe(expected);
});
