import { expect, test } from "vitest";
import { shownKs } from "./shown-ks.ts";

test.each([
  [2, [1, 2]],
  [8, [1, 2, 3, 4, 5, 6, 7, 8]],
  [10, [1, 2, 3, 5, 10]],
  [64, [1, 2, 3, 5, 10, 20, 50, 64]],
  [100, [1, 2, 3, 5, 10, 20, 50, 100]],
])("of %i", (planned, ks) => {
  expect(shownKs(planned)).toEqual(ks);
});
