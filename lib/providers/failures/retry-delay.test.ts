import { expect, test } from "vitest";
import { retryDelayMs } from "./retry-delay.ts";

test.each([
  [2, null, 0, 250],
  [2, null, 0.999, 499.75],
  [5, null, 0, 2_000],
  [40, null, 0, 15_000],
  [2, 4_000, 0, 4_000],
  [2, 10, 0, 250],
  [2, 3_600_000, 0, 120_000],
])("before try %i, with retry-after %s and jitter %d: %d ms", (nextTry, retryAfter, jitter, expected) => {
  expect(retryDelayMs(nextTry, retryAfter, jitter)).toBeCloseTo(expected, 6);
});
