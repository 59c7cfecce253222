import { expect, test } from "vitest";
import { criticalFailures } from "./critical-failures.ts";

const grader = (name: string, critical: boolean, failed: number) => ({
  graderVersionId: `version of ${name}`,
  name,
  critical,
  failed,
});
const sentences = (...args: Parameters<typeof criticalFailures>) =>
  criticalFailures(...args).map(({ sentence }) => sentence);

test.each([
  ["no grader", [], []],
  ["no critical grader", [grader("Right label", false, 2)], []],
  ["a critical grader that all passed", [grader("Right label", true, 0)], []],
  ["one case", [grader("Right label", true, 1)], ["1 case failed the critical grader Right label."]],
  ["several cases", [grader("Right label", true, 2)], ["2 cases failed the critical grader Right label."]],
  [
    "thousands",
    [grader("Right label", true, 1_204)],
    ["1,204 cases failed the critical grader Right label."],
  ],
  [
    "several critical graders among others, in their order",
    [grader("Valid JSON", true, 3), grader("Short", false, 9), grader("Right label", true, 1)],
    ["3 cases failed the critical grader Valid JSON.", "1 case failed the critical grader Right label."],
  ],
])("%s", (_name, graders, expected) => {
  expect(sentences(graders)).toEqual(expected);
});

test("with repetitions it counts attempts", () => {
  expect(sentences([grader("Right label", true, 2)], "attempt")).toEqual([
    "2 attempts failed the critical grader Right label.",
  ]);
});

test("each sentence belongs to its grader version", () => {
  expect(criticalFailures([grader("Right label", true, 2)])[0]?.graderVersionId).toBe(
    "version of Right label",
  );
});
