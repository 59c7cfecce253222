import { expect, test } from "vitest";
import { pearsonInterval } from "./pearson-interval.ts";

test.each([
  // tanh(atanh(r) ± 1.959964 / sqrt(n - 3)), by hand.
  [0, 103, -0.193525, 0.193525],
  [0.5, 28, 0.156028, 0.735818],
  [1, 50, 1, 1],
])("r = %d over %d pairs", (correlation, total, lower, upper) => {
  const interval = pearsonInterval({ correlation, total });
  expect(interval?.lower).toBeCloseTo(lower, 5);
  expect(interval?.upper).toBeCloseTo(upper, 5);
});

test("three pairs are too few, and a correlation is at most 1", () => {
  expect(pearsonInterval({ correlation: 0.2, total: 3 })).toBeNull();
  expect(() => pearsonInterval({ correlation: 1.1, total: 30 })).toThrow(RangeError);
});
