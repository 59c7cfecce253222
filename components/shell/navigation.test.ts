import { expect, test } from "vitest";
import { isActivePath } from "./navigation.ts";

test.each([
  ["/datasets", undefined, "/datasets", true],
  ["/datasets", undefined, "/datasets/d1/cases", true],
  ["/datasets", undefined, "/datasets-old", false],
  ["/runs", true, "/runs/r1", false],
  ["/", undefined, "/", true],
  ["/", undefined, "/runs", false],
])("%s (exact %s) on %s is active: %s", (href, exact, pathname, expected) => {
  expect(isActivePath({ href, exact }, pathname)).toBe(expected);
});
