import { expect, test } from "vitest";
import { wordErrorRate } from "./word-error-rate.ts";

test.each([
  ["the cat sat", "the cat sat", 0, 0],
  ["the cat sat", "the hat sat", 1, 1 / 3],
  ["the cat sat", "cat sat down here", 3, 1],
  ["one", "one two three", 2, 2],
  ["a b", "", 2, 1],
  ["", "", 0, 0],
  ["", "x", 1, Number.POSITIVE_INFINITY],
])("%j and %j", (reference, hypothesis, errors, rate) => {
  expect(wordErrorRate({ reference, hypothesis })).toMatchObject({ errors, rate });
});
