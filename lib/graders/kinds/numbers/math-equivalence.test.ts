import { expect, test } from "vitest";
import { gradeWith } from "../../testing/grade-with.ts";

const grade = (expected: unknown, output: string, config: Record<string, unknown> = {}) =>
  gradeWith("math-equivalence", config, { expected, output });

test.each([
  ["1/2", "0.5"],
  ["1/2", "50%"],
  ["50\\%", "1/2"],
  [0.5, "\\frac{1}{2}"],
  ["1/3", "\\frac13"],
  ["\\dfrac{3}{4}", "$\\boxed{\\tfrac{6}{8}}$"],
  ["3 1/2", "7/2"],
  ["3\\frac{1}{2}", "3.5"],
  ["2\\sqrt{3}", "\\sqrt{12}"],
  ["2√3", "sqrt(12)"],
  ["\\sqrt[3]{27}", "3"],
  ["sqrt(4/9)", "2/3"],
  ["2\\pi", "pi * 2"],
  ["2π r", "2 pi r"],
  ["-2^2", "-4"],
  ["2^{-1}", "0.5"],
  ["2^3^2", "512"],
  ["|-5|", "5"],
  ["x^2 + 2x + 1", "(x+1)^2"],
  ["x²-1", "(x-1)(x+1)"],
  ["2(a+b)", "2a + 2b"],
  ["xy", "y*x"],
  ["\\frac{x^2}{x}", "x"],
  ["sin(x)^2 + cos(x)^2", "1"],
  ["ln(e)", "1"],
  ["1,234,567", "1234567"],
  ["1{,}234", "$1,234"],
  ["x = 5", "5"],
  ["5", "So x + 2 = 7, and therefore x = 5."],
  ["18", "First 3 + 4.\nThe answer is 18."],
  ["18", "#### 18"],
  ["7", "We have $3+4=7$"],
  ["90^\\circ", "90°"],
  ["\\left( 2 + 3 \\right) \\cdot 2", "10"],
  ["10^{100} + 1 - 10^{100}", "1"],
  ["0.1 + 0.2", "0.3"],
  ["1e400/1e399", "10"],
  [["1/2", "1/3"], "2/6"],
])("%j equals %j", (expected, output) => {
  expect(grade(expected, output)).toMatchObject({ status: "scored", score: 1 });
});

test.each([
  ["1/3", "0.333"],
  ["x^2", "x^3"],
  ["sqrt(x^2)", "x"],
  ["x", "y"],
  ["2", "3"],
  ["10^{100} + 1", "10^{100}"],
  ["pi", "3.14159"],
  ["2^10", "1023"],
])("%j does not equal %j", (expected, output) => {
  expect(grade(expected, output)).toMatchObject({ status: "scored", score: 0 });
});

test("a tolerance makes an approximation right", () => {
  expect(grade("1/3", "0.333", { relativeTolerance: 0.01 })).toMatchObject({ score: 1 });
  expect(grade("pi", "3.1416", { relativeTolerance: 1e-4 })).toMatchObject({ score: 1 });
});

test.each([
  ["5", "five apples", /word “five”/],
  ["5", "", /empty/],
  ["5", "5 +", /stops before its end/],
  ["5", "(5", /not closed/],
  ["5", "3 or 5", /word “or”/],
  ["5", "12 13", /side by side/],
  ["5", "1/0", /not a finite/],
  ["5", "sqrt(-1)", /not a finite/],
  ["5", "#### ☃", /sign “☃”/],
  ["apples", "5", /expected value/],
  ["5", `${"(".repeat(400)}5${")".repeat(400)}`, /nested too deeply/],
  ["5", "1+".repeat(600), /characters/],
  ["5", "-".repeat(900), /nested too deeply/],
  ["5", "9^9^9^9^9", /not a finite/],
])("against %j, %j is unscored and says why", (expected, output, reason) => {
  expect(grade(expected, output)).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(reason),
  });
});
