import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { compareExpressions, type Equivalence } from "../../math/equivalence.ts";
import type { Expression } from "../../math/expression.ts";
import { finalExpression } from "../../math/final-expression.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { quote } from "../../reading/quote.ts";

const MAX_ANSWERS = 50;

const configSchema = z.strictObject({
  /** A fraction: 0.01 allows one percent. With 0, 0.333 is not 1/3. */
  relativeTolerance: z
    .number("Enter a number.")
    .min(0, "A tolerance cannot be negative.")
    .max(1, "A tolerance is at most 1, which is one hundred percent."),
});
export type MathEquivalenceConfig = z.output<typeof configSchema>;

/**
 * 1 when the expression that the answer states has the value of the expected one, else 0: as fractions where both are, else as numbers,
 * with variables at seeded random points. Unscored when either cannot be read. A list of expected values: any of them.
 */
export const mathEquivalence: InlineKind<MathEquivalenceConfig> = {
  kind: "math-equivalence",
  execution: "inline",
  family: "numbers",
  label: "Equal in mathematics",
  explanation:
    "Passes when the answer is worth the same as the expected expression, so that 1/2 and 50% are one.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: { relativeTolerance: 0 },
  compile(config) {
    return ({ expected, output }) => {
      const accepted = acceptedAnswers(expected);
      if (accepted === null) return noExpectedValue;
      if (accepted.length > MAX_ANSWERS)
        return unscored(`There are more than ${MAX_ANSWERS} expected values.`);
      const wanted: { text: string; expression: Expression }[] = [];
      for (const text of accepted) {
        const reading = finalExpression(text);
        if (reading.status === "unreadable")
          return unscored(
            `The expected value ${quote(text)} cannot be read as an expression: ${reading.reason}.`,
          );
        wanted.push(reading);
      }
      const actual = finalExpression(output);
      if (actual.status === "unreadable")
        return unscored(
          `The answer ${quote(output)} has no expression that can be read: in ${quote(actual.text, 40)}, ${actual.reason}.`,
        );
      let unknown: Extract<Equivalence, { status: "unknown" }> | null = null;
      for (const { text, expression } of wanted) {
        const verdict = compareExpressions(actual.expression, expression, config);
        if (verdict.status === "equal")
          return scored(1, `The answer's ${quote(actual.text, 60)} equals ${quote(text, 60)}.`);
        if (verdict.status === "unknown") unknown = verdict;
      }
      const wish = quote(wanted[0]?.text ?? "", 60);
      const answer = quote(actual.text, 60);
      return unknown === null
        ? scored(0, `The answer's ${answer} does not equal the expected ${wish}.`)
        : unscored(`The answer's ${answer} and ${wish} cannot be compared: ${unknown.reason}.`);
    };
  },
};
