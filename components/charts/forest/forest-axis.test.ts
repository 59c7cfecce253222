import { expect, test } from "vitest";
import { forestTicks } from "./forest-axis.ts";

const around = (value: number, half: number) => ({ value, low: value - half, high: value + half });

test("the axis comes from the data and always holds zero and the margin", () => {
  const ticks = forestTicks([around(0.05, 0.01), around(0.06, 0.01)], [-0.02]);
  expect(ticks[0]).toBeLessThanOrEqual(-0.02);
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(0.07);
  expect(ticks).toContain(0);
});

test("one tiny slice does not press all the others together", () => {
  const usual = Array.from({ length: 9 }, (_, index) => around(index / 1000, 0.02));
  const ticks = forestTicks([...usual, around(0.1, 0.8)], [-0.02]);
  expect(ticks.at(-1)).toBeLessThanOrEqual(0.2);
});

test("nothing to draw still has an axis", () => {
  expect(forestTicks([], [-0.02]).length).toBeGreaterThanOrEqual(2);
});
