import { expect, test } from "vitest";
import { moneyInterval } from "./money-interval.ts";

test.each([
  [{ estimate: 1_095, lower: 1_060, upper: 1_130 }, "$0.001095", "[$0.001060, $0.001130]"],
  [{ estimate: 2_500_000, lower: 2_100_000, upper: 2_900_000 }, "$2.50", "[$2.10, $2.90]"],
  [{ estimate: 50, lower: 40, upper: null }, "$0.000050", "from $0.000040, upper limit not estimable"],
  [{ estimate: 0, lower: 0, upper: 0 }, "$0.00", null],
])("%o", (bounded, value, interval) => {
  expect(moneyInterval(bounded)).toEqual({ value, interval });
});
