import { expect, test } from "vitest";
import { readTypedValue } from "./read-typed-value.ts";

test.each([
  ["", null, "nothing"],
  [" \n", null, "nothing"],
  ["Paris ", "Paris ", "text"],
  ["18", "18", "text"],
  [' {"a": 1} ', { a: 1 }, "JSON"],
  ["[1, 2]", [1, 2], "JSON"],
  ["[sic]", "[sic]", "text"],
])("%j", (text, value, readAs) => {
  expect(readTypedValue(text)).toEqual({ value, readAs });
});
