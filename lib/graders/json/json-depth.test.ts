import { expect, test } from "vitest";
import { isTooDeep, maxJsonDepth } from "./json-depth.ts";

const lists = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));
const objects = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);

test.each([
  ["text", "x", false],
  ["null", null, false],
  ["an empty object", {}, false],
  ["as deep as it may be", lists(maxJsonDepth + 1), false],
  ["one deeper", lists(maxJsonDepth + 2), true],
  ["objects as deep as they may be", objects(maxJsonDepth + 1), false],
  ["objects one deeper", objects(maxJsonDepth + 2), true],
  ["deep enough to overflow the stack", lists(100_000), true],
  ["deep in the last field", { a: 1, b: [1, lists(maxJsonDepth)] }, true],
  ["deep in a field named __proto__", JSON.parse(`{"__proto__":${"[".repeat(300)}${"]".repeat(300)}}`), true],
])("%s", (_name, value, expected) => {
  expect(isTooDeep(value)).toBe(expected);
});
