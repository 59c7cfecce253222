import fc from "fast-check";
import { expect, test } from "vitest";
import { decidePassed } from "./decide-passed.ts";

test.each([
  [0.8, 0.8, "higher", true],
  [0.7999, 0.8, "higher", false],
  [0.1 + 0.2, 0.3, "lower", true],
  [0.1 + 0.2 + 0.4, 0.7, "higher", true],
  [0, 0, "higher", true],
  [1, 1, "lower", true],
  [0.31, 0.3, "lower", false],
] as const)("a score of %d against %d, %s is better: %s", (score, threshold, direction, passed) => {
  expect(decidePassed({ score, threshold, direction })).toBe(passed);
});

test("a better score never passes less", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, unit, (a, b, threshold) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const higher = (score: number) => decidePassed({ score, threshold, direction: "higher" });
      const lower = (score: number) => decidePassed({ score, threshold, direction: "lower" });
      expect(Number(higher(high)) >= Number(higher(low))).toBe(true);
      expect(Number(lower(low)) >= Number(lower(high))).toBe(true);
    }),
  );
});
