import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gradeWith } from "../../testing/grade-with.ts";
import { numeric } from "./numeric.ts";

test.each([
  ["equal", {}, 18, "A: 18", 1],
  ["a number as text", {}, "1,234", "1234", 1],
  ["a worked solution as the expected value", {}, "9 * 2 = 18\nA: 18", "so it is $18", 1],
  ["not equal", {}, 18, "19", 0],
  ["no number", {}, 18, "I do not know", 0],
  ["an empty answer", {}, 18, "", 0],
  ["within the absolute tolerance", { absoluteTolerance: 0.1 }, 1, "1.1", 1],
  ["beyond the absolute tolerance", { absoluteTolerance: 0.1 }, 1, "1.11", 0],
  ["within the relative tolerance", { relativeTolerance: 0.01 }, 200, "202", 1],
  ["beyond the relative tolerance", { relativeTolerance: 0.01 }, 200, "202.1", 0],
  ["the larger tolerance counts", { absoluteTolerance: 5, relativeTolerance: 0.001 }, 100, "104", 1],
  ["relative to a negative number", { relativeTolerance: 0.1 }, -10, "-11", 1],
  ["binary fractions", {}, 0.3, String(0.1 + 0.2), 1],
  ["the next number is another number", {}, 1_000_000, "1000001", 0],
  ["one of several accepted", {}, [3, "5"], "5", 1],
  ["more than one number", { take: "only" }, 5, "3 or 5", 0],
  ["a decimal comma", { decimalMark: "comma" }, 1234.56, "1.234,56 €", 1],
])("%s", (_name, config, expected, output, score) => {
  expect(gradeWith("numeric", config, { expected, output })).toMatchObject({ status: "scored", score });
});

test.each([
  ["NaN", 5, "NaN", /“NaN”, which is not a finite number/],
  ["1e400", 5, "1e400", /“1e400”/],
  ["an expected text without a number", "five", "5", /expected value “five” is not a usable number/],
  ["one unusable value among the accepted", [5, "five"], "5", /“five”/],
])("%s is unscored with the reason", (_name, expected, output, reason) => {
  expect(gradeWith("numeric", {}, { expected, output })).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(reason),
  });
});

test("a tolerance below 0 or beyond all numbers is a configuration error", () => {
  for (const absoluteTolerance of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(gradeWith("numeric", { absoluteTolerance }, { expected: 1, output: "1" }).status).toBe("unscored");
  }
});

test.each([
  [3, 2.72159, "2.724", 1],
  [4, 2.72159, "2.7211", 0],
  [2, -1234, "-1190", 1],
  [1, 0, "0", 1],
])("at %i significant digits, %d and %j", (significantDigits, expected, output, score) => {
  expect(gradeWith("numeric", { significantDigits }, { expected, output })).toMatchObject({ score });
});

test.each([
  ["A: 1,234\nThat was case 7 of 9.", 1234],
  ["#### 18", 18],
  ["Answer: $1,234.50 (rounded to 2 digits)", 1234.5],
  ["The answer is 1.5e3, found in 3 steps.", 1500],
  ["So \\boxed{42} after 10 steps", 42],
  ["12 then 13", 13],
  ["Answer: none of 5.\nA: see above, 7", 7],
])("the marked number of %j is %d", (output, expected) => {
  expect(gradeWith("numeric", { take: "marked" }, { expected, output })).toMatchObject({ score: 1 });
});

test("a configuration from before significant digits is still valid", () => {
  const { significantDigits: _, ...before } = numeric.defaults;
  expect(numeric.configSchema.parse(before)).toEqual(numeric.defaults);
});

const recordedVerdicts = [
  ["6b_finetuning", 286],
  ["6b_verification", 515],
  ["175b_finetuning", 458],
  ["175b_verification", 742],
] as const;

const solutions = new URL("../../../../shared/data/gsm8k-example-model-solutions.jsonl", import.meta.url);
const lines = existsSync(solutions) ? readFileSync(solutions, "utf8").trim().split("\n") : [];
const problems = lines.map((line) => JSON.parse(line));

describe("recorded answers to grade-school problems", () => {
  for (const [model, right] of problems.length === 0 ? [] : recordedVerdicts) {
    test(`${model}: every verdict as recorded, ${right} right`, () => {
      const verdicts = problems.map((problem) =>
        gradeWith("numeric", {}, { expected: problem.ground_truth, output: problem[model].solution }),
      );
      const recorded = problems.map((problem) => problem[model].is_correct);
      expect(verdicts.map((graded) => graded.status === "scored" && graded.passed)).toEqual(recorded);
      expect(recorded.filter(Boolean)).toHaveLength(right);
      expect(verdicts.every((graded) => graded.status === "scored")).toBe(true);
    });
  }

  test("are read where they are there", () => {
    expect([0, 1319]).toContain(problems.length);
  });
});
