import fc from "fast-check";
import { expect, test } from "vitest";
import { logTicks } from "./log-ticks.ts";

test.each([
  [1, 100, [1, 10, 100]],
  [0.3, 4, [0.5, 1, 2]],
  [1, 10, [1, 2, 5, 10]],
  [0.001, 1000, [0.001, 0.1, 10, 1000]],
])("from %s to %s", (low, high, expected) => {
  expect(logTicks(low, high, 5)).toEqual(expected);
});

test("ticks rise, stay few and lie within the range", () => {
  const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(positive, fc.double({ min: 1.01, max: 1e6, noNaN: true }), (low, ratio) => {
      const ticks = logTicks(low, low * ratio);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(low * (1 - 1e-9));
        expect(tick).toBeLessThanOrEqual(low * ratio * (1 + 1e-9));
      }
    }),
  );
});
