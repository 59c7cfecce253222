import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { GradeResult, InlineKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { markedNumber } from "../../reading/marked-number.ts";
import { type NumberReading, numberFromText } from "../../reading/number-from-text.ts";
import { quote } from "../../reading/quote.ts";
import { withinTolerance } from "../../reading/within-tolerance.ts";

const toleranceSchema = z
  .number("Enter a number.")
  .min(0, "A tolerance cannot be negative.")
  .max(Number.MAX_VALUE, "A tolerance must be finite.");

const configSchema = z.strictObject({
  absoluteTolerance: toleranceSchema,
  /** A fraction: 0.01 allows one percent. */
  relativeTolerance: toleranceSchema,
  decimalMark: z.enum(["point", "comma"]),
  /** Equal once both are rounded to this many significant digits also passes; null does not ask for that. */
  significantDigits: z
    .int("Enter a whole number.")
    .min(1, "From 1 to 15 digits.")
    .max(15, "From 1 to 15 digits.")
    .nullable()
    .default(null),
  take: z.enum(["last", "marked", "first", "only"]),
  percent: z.enum(["plain", "fraction"]),
});
export type NumericConfig = z.output<typeof configSchema>;

/**
 * 1 when the number stated in the answer is within the larger of both tolerances of the expected number, or equals it at so many
 * significant digits, else 0. An answer without a
 * number scores 0; NaN, Infinity and numbers that do not fit are unscored.
 */
export const numeric: InlineKind<NumericConfig> = {
  kind: "numeric",
  execution: "inline",
  family: "numbers",
  label: "Number",
  explanation: "Passes when the number in the answer is the expected number, or close enough to it.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: {
    absoluteTolerance: 0,
    relativeTolerance: 0,
    significantDigits: null,
    decimalMark: "point",
    take: "last",
    percent: "plain",
  },
  compile(config) {
    return ({ expected, output }) => {
      const accepted = acceptedAnswers(expected);
      if (accepted === null) return noExpectedValue;
      const wanted: number[] = [];
      for (const [index, text] of accepted.entries()) {
        const value = Array.isArray(expected) ? expected[index] : expected;
        const reading =
          typeof value === "number" ? exactNumber(value) : numberFromText(text, { ...config, take: "last" });
        if (reading.status !== "number")
          return unscored(`The expected value ${quote(text)} is not a usable number.`);
        wanted.push(reading.value);
      }
      const actual = numberIn(output, config);
      if (actual.status !== "number") return withoutNumber(actual, output);
      const isClose = wanted.some((value) => isCloseEnough(actual.value, value, config));
      const detail = { actual: actual.value, expected: wanted };
      const wish = wanted.length === 1 ? String(wanted[0]) : `one of ${wanted.slice(0, 5).join(", ")}`;
      return isClose
        ? scored(1, `The answer's number is ${actual.value}; expected ${wish}.`, detail)
        : scored(
            0,
            `Expected ${wish}, and the answer's number is ${actual.value}${apart(actual.value, wanted)}.`,
            detail,
          );
    };
  },
};

function numberIn(output: string, { take, ...options }: NumericConfig): NumberReading {
  return take === "marked" ? markedNumber(output, options) : numberFromText(output, { ...options, take });
}

function isCloseEnough(actual: number, expected: number, config: NumericConfig): boolean {
  const digits = config.significantDigits;
  return (
    withinTolerance(actual, expected, config) ||
    (digits !== null && actual.toPrecision(digits) === expected.toPrecision(digits))
  );
}

function exactNumber(value: number): NumberReading {
  return Number.isFinite(value) ? { status: "number", value } : { status: "not-finite", text: String(value) };
}

function withoutNumber(reading: Exclude<NumberReading, { status: "number" }>, output: string): GradeResult {
  switch (reading.status) {
    case "none":
      return scored(0, `There is no number in the answer ${quote(output)}.`);
    case "several":
      return scored(
        0,
        `The answer has ${reading.count.toLocaleString("en-GB")} numbers, and exactly one was asked for: ${quote(output)}.`,
      );
    case "not-finite":
      return unscored(`The answer states ${quote(reading.text)}, which is not a finite number.`);
  }
}

function apart(actual: number, wanted: readonly number[]): string {
  const [first] = wanted;
  if (first === undefined || wanted.length > 1) return "";
  const difference = Math.abs(actual - first);
  return Number.isFinite(difference) ? `, ${Number(difference.toPrecision(6))} away` : "";
}
