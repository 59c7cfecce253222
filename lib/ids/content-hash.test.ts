import { expect, test } from "vitest";
import { contentHash } from "./content-hash.ts";

test("does not depend on the order of keys, at any depth", () => {
  expect(contentHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(
    contentHash({ b: { d: null, c: [1, 2] }, a: 1 }),
  );
});

test.each([
  [{ a: 1 }, { a: "1" }],
  [
    [1, 2],
    [2, 1],
  ],
  [{}, []],
  [null, "null"],
])("tells %j from %j", (a, b) => {
  expect(contentHash(a)).not.toBe(contentHash(b));
});
