import { expect, test } from "vitest";
import { proposeBudget, readBudgetText } from "./budget-text.ts";

test.each([
  ["2.50", 2_500_000],
  ["$2,5", 2_500_000],
  ["0.000001", 1],
  ["", null],
])("%j is %s micro-dollars", (text, budgetMicroUsd) => {
  expect(readBudgetText(text)).toEqual({ budgetMicroUsd, problem: null });
});

test.each([
  ["0", "more than nothing"],
  ["-1", "more than nothing"],
  ["ten", "Enter dollars"],
])("%j is refused", (text, problem) => {
  expect(readBudgetText(text).problem).toContain(problem);
});

test.each([
  [0, "1"],
  [400_000, "1"],
  [2_004_000, "5"],
])("after %i micro-dollars, %s dollars are proposed", (paid, text) => {
  expect(proposeBudget(paid)).toBe(text);
});
