import { expect, test } from "vitest";
import { itemsToSettle } from "./items-to-settle.ts";

const around = (estimate: number, half: number, total = 100) => ({
  ...{ estimate, lower: estimate - half, upper: estimate + half, total },
});

test.each([
  ["settled below", around(0.3, 0.1), 0.6, 0],
  ["settled above", around(0.8, 0.1), 0.6, 0],
  ["twice as wide as it may be takes four times as many", around(0.5, 0.2), 0.6, 300],
  ["the same from above", around(0.7, 0.2), 0.6, 300],
  ["one more at least", around(0.5, 0.1), 0.6, 1],
  ["on the limit, never", around(0.6, 0.1), 0.6, null],
])("%s", (_name, interval, limit, expected) => {
  const found = itemsToSettle(interval, limit);
  if (expected === null || found === null) expect(found).toBe(expected);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1);
});
