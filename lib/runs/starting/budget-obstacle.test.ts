import { expect, test } from "vitest";
import { budgetObstacle } from "./budget-obstacle.ts";
import { moneyText } from "./money-text.ts";

const month = (budget: number | null, spent: number) => ({
  monthName: "November 2026",
  budgetMicroUsd: budget,
  spentMicroUsd: spent,
});
const costing = (low: number, high: number | null, costUnknown = 0, judgingUnknown: string[] = []) => ({
  costMicroUsd: { low, high },
  costUnknown,
  judgingUnknown,
  seconds: null,
});

test.each([
  ["no budget", month(null, 9e9), costing(1e9, 1e9), null],
  ["nothing to pay, although nothing is left", month(10, 20), costing(0, 0), null],
  ["the low end fits", month(10_000_000, 0), costing(10_000_000, 90_000_000), null],
  ["an unknown cost while something is left", month(10_000_000, 0), costing(0, 0, 1), null],
  ["more than is left", month(20_000_000, 18_500_000), costing(1_500_001, null), "$1.50 are left"],
  ["nothing is left", month(20_000_000, 20_030_000), costing(1, 1), "$20.03 of the $20.00 for November 2026"],
  [
    "nothing is left, and what a judge costs is unknown",
    month(0, 0),
    costing(0, 0, 0, ["R"]),
    "needs the price 0",
  ],
  ["nothing is left, and the cost is unknown", month(0, 0), costing(0, 0, 1), "needs the price 0"],
] as const)("%s", (_name, money, total, words) => {
  const obstacle = budgetObstacle(money, total);
  if (words === null) expect(obstacle).toBeNull();
  else expect(obstacle).toContain(words);
});

test.each([
  [0, "$0.00"],
  [1_234_567, "$1.23"],
  [1_234_567_890_000, "$1,234,567.89"],
  [50, "$0.00005"],
  [99_999, "$0.099999"],
])("%d micro-dollars are %s", (amount, text) => {
  expect(moneyText(amount)).toBe(text);
});
