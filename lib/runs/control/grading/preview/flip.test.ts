import { expect, test } from "vitest";
import { addCounts, changedCount, flipKind, gradeVerdict, noFlips } from "./flip.ts";

test.each([
  ["passed", "passed", "same"],
  ["unscored", "unscored", "same"],
  ["passed", "failed", "passedToFailed"],
  ["failed", "passed", "failedToPassed"],
  ["passed", "unscored", "toUnscored"],
  ["failed", "unscored", "toUnscored"],
  ["unscored", "passed", "fromUnscored"],
  ["unscored", "failed", "fromUnscored"],
] as const)("%s to %s is %s", (before, after, kind) => {
  expect(flipKind(before, after)).toBe(kind);
});

test("counts add up, and what keeps its verdict is no change", () => {
  const counts = { same: 5, passedToFailed: 1, failedToPassed: 2, toUnscored: 3, fromUnscored: 4 };
  expect(changedCount(counts)).toBe(10);
  expect(addCounts(counts, counts)).toEqual({
    same: 10,
    passedToFailed: 2,
    failedToPassed: 4,
    toUnscored: 6,
    fromUnscored: 8,
  });
  expect(changedCount(noFlips)).toBe(0);
});

test("a grade without a score is unscored", () => {
  expect(gradeVerdict({ status: "unscored" })).toBe("unscored");
  expect(gradeVerdict({ status: "scored", passed: true })).toBe("passed");
  expect(gradeVerdict({ status: "scored", passed: false })).toBe("failed");
});
