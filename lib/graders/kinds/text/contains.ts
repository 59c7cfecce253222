import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { quote } from "../../reading/quote.ts";

const MAX_TEXTS = 100;
const SHOWN_TEXTS = 3;

const configSchema = z
  .strictObject({
    source: z.enum(["expected", "config"]),
    texts: z
      .array(
        z
          .string()
          .min(1, "A text to look for must not be empty.")
          .max(10_000, "A text has at most 10,000 characters."),
      )
      .max(MAX_TEXTS, `At most ${MAX_TEXTS} texts.`),
    mode: z.enum(["all", "any"]),
    ignoreCase: z.boolean(),
  })
  .refine((config) => config.source === "expected" || config.texts.length > 0, {
    path: ["texts"],
    message: "Enter at least one text to look for.",
  });
export type ContainsConfig = z.output<typeof configSchema>;

/**
 * 1 when the answer holds all (or any) of the texts, else 0. The texts are fixed, or the case's expected value (a list counts as
 * several texts). `ignoreCase` compares in lower case.
 */
export const contains: InlineKind<ContainsConfig> = {
  kind: "contains",
  execution: "inline",
  family: "text",
  label: "Contains",
  explanation: "Passes when the answer mentions the texts you name, whatever else it says.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: { source: "expected", texts: [], mode: "all", ignoreCase: true },
  compile(config) {
    const fold = (text: string) => (config.ignoreCase ? text.toLowerCase() : text);
    return ({ expected, output }) => {
      const texts = config.source === "config" ? config.texts : acceptedAnswers(expected);
      if (texts === null) return noExpectedValue;
      if (texts.includes(""))
        return unscored("The expected text is empty, and every answer contains an empty text.");
      const answer = fold(output);
      const found: string[] = [];
      const missing: string[] = [];
      for (const text of texts) (answer.includes(fold(text)) ? found : missing).push(text);
      const detail = { found: shown(found), missing: shown(missing) };
      if (config.mode === "any") {
        return found.length > 0
          ? scored(1, `The answer contains ${list(found)}.`, detail)
          : scored(0, `The answer ${quote(output)} contains none of ${list(missing)}.`, detail);
      }
      return missing.length === 0
        ? scored(1, `The answer contains ${list(found)}.`, detail)
        : scored(0, `The answer ${quote(output)} does not contain ${list(missing)}.`, detail);
    };
  },
};

function shown(texts: readonly string[]): string[] {
  return texts.slice(0, MAX_TEXTS).map((text) => text.slice(0, 200));
}

function list(texts: readonly string[]): string {
  const quoted = texts.slice(0, SHOWN_TEXTS).map((text) => quote(text, 40));
  const more = texts.length - quoted.length;
  return more > 0 ? `${quoted.join(", ")} and ${more} more` : quoted.join(", ");
}
