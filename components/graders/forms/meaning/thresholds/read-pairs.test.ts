import { expect, test } from "vitest";
import { readPairs } from "./read-pairs.ts";

test("pairs stand on lines of their own, and empty lines do not count", () => {
  const text =
    '{"expected": "a", "output": "b", "same": false}\n\n{"expected": "a", "output": "a", "same": true}\n';
  expect(readPairs(text)).toEqual({
    ok: true,
    pairs: [
      { expected: "a", output: "b", same: false },
      { expected: "a", output: "a", same: true },
    ],
  });
});

test.each([
  ["", /at least two/],
  ["null", /Line 1/],
  ['{"expected": "a", "output": "a", "same": "yes"}', /Line 1/],
  [
    '{"expected": "a", "output": "a", "same": true}\n{"expected": "b", "output": "b", "same": true}',
    /lies between/,
  ],
])("%j is refused with what to do", (text, message) => {
  expect(readPairs(text)).toMatchObject({ ok: false, message });
});
