import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../../grade-result.ts";
import type { InlineKind } from "../../../grader-kind.ts";
import { quote, quoteValue } from "../../../reading/quote.ts";
import { readOptionLetter } from "./option-letter.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const configSchema = z.strictObject({
  /** The letter of the last option. */
  lastLetter: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[B-Z]$/, "Enter the letter of the last option, from B to Z."),
  /** What a number as expected value means: the first option is 0, or 1. */
  firstOption: z.enum(["0", "1"]),
  /** An answer that names no option failed to answer, or cannot be judged. */
  withoutLetter: z.enum(["fail", "unscored"]),
});
export type MultipleChoiceConfig = z.output<typeof configSchema>;

/**
 * 1 when the letter that the answer chooses is the expected one, else 0. Unscored when the answer claims two different letters. The
 * expected value is a letter (B, “(B)”, “B) Paris”), the number of an option, or a list of accepted ones.
 */
export const multipleChoice: InlineKind<MultipleChoiceConfig> = {
  kind: "multiple-choice",
  execution: "inline",
  family: "text",
  label: "Multiple choice",
  explanation: "Passes when the answer chooses the right option, however the letter is written.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: { lastLetter: "D", firstOption: "0", withoutLetter: "fail" },
  compile(config) {
    const options = `A to ${config.lastLetter}`;
    return ({ expected, output }) => {
      if (expected === undefined || expected === null) return noExpectedValue;
      const accepted = (Array.isArray(expected) ? expected : [expected]).map((value) =>
        expectedLetter(value, config),
      );
      if (accepted.length === 0) return noExpectedValue;
      if (accepted.includes(null))
        return unscored(`The expected value ${quoteValue(expected)} names none of the options ${options}.`);
      const wish = accepted.join(" or ");
      const reading = readOptionLetter(output, config.lastLetter);
      switch (reading.status) {
        case "letter":
          return accepted.includes(reading.letter)
            ? scored(1, `The answer chooses ${reading.letter}, as expected.`, { letter: reading.letter })
            : scored(0, `The answer chooses ${reading.letter}; expected ${wish}.`, {
                letter: reading.letter,
              });
        case "several":
          return unscored(
            `The answer names several options (${reading.letters.slice(0, 6).join(", ")}) and does not choose one: ${quote(output)}.`,
          );
        case "none": {
          const reason = `The answer ${quote(output)} names none of the options ${options}; expected ${wish}.`;
          return config.withoutLetter === "fail" ? scored(0, reason) : unscored(reason);
        }
      }
    };
  },
};

function expectedLetter(value: unknown, { lastLetter, firstOption }: MultipleChoiceConfig): string | null {
  if (typeof value === "number") {
    const letter = Number.isInteger(value) ? LETTERS[value - Number(firstOption)] : undefined;
    return letter !== undefined && letter <= lastLetter ? letter : null;
  }
  if (typeof value !== "string") return null;
  if (/^\s*\d{1,2}\s*$/.test(value))
    return expectedLetter(Number(value), { lastLetter, firstOption, withoutLetter: "fail" });
  const reading = readOptionLetter(value, lastLetter);
  return reading.status === "letter" && reading.letter <= lastLetter ? reading.letter : null;
}
