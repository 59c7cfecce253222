import fc from "fast-check";
import { expect, test } from "vitest";
import { niceTicks } from "./nice-ticks.ts";

test.each([
  [0, 1, 5, [0, 0.5, 1]],
  [0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0, 413, 5, [0, 200, 400, 600]],
  [-0.05, 0.08, 4, [-0.05, 0, 0.05, 0.1]],
  [5, 5, 2, [5, 5.5]],
])("from %s to %s", (low, high, count, expected) => {
  expect(niceTicks(low, high, count)).toEqual(expected);
});

test("ticks cover the data, rise evenly and stay few", () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const ticks = niceTicks(low, high);
      const slack = Math.max(Math.abs(low), Math.abs(high)) * 1e-9 + 1e-9;
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks[0]).toBeLessThanOrEqual(low + slack);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - slack);
    }),
  );
});

test("a hopeless range still gives an axis", () => {
  expect(niceTicks(Number.NaN, Number.POSITIVE_INFINITY).length).toBeGreaterThanOrEqual(2);
});
