import { z } from "zod";
import { scored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { quote } from "../../reading/quote.ts";
import { compileSafePattern, PatternError } from "../../reading/safe-pattern.ts";

const configSchema = z
  .strictObject({
    pattern: z.string().min(1, "Enter a pattern."),
    match: z.enum(["search", "full"]),
    ignoreCase: z.boolean(),
    /** ^ and $ also match at the ends of lines. */
    multiline: z.boolean(),
    /** The dot also matches line ends. */
    dotAll: z.boolean(),
  })
  .superRefine((config, context) => {
    try {
      compileSafePattern(config.pattern, config);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      context.addIssue({ code: "custom", path: ["pattern"], message: error.message });
    }
  });
export type RegularExpressionConfig = z.output<typeof configSchema>;

/** 1 when the pattern (RE2 syntax) is found in the answer, or matches all of it, else 0. Named groups are kept in the detail. */
export const regularExpression: InlineKind<RegularExpressionConfig> = {
  kind: "regular-expression",
  execution: "inline",
  family: "text",
  label: "Regular expression",
  explanation:
    "Passes when the answer has the form you describe with a pattern, such as an order number or a date.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { pattern: "\\S", match: "search", ignoreCase: false, multiline: false, dotAll: false },
  compile(config) {
    const pattern = compileSafePattern(config.pattern, config);
    const shownPattern = quote(config.pattern, 60);
    return ({ output }) => {
      const match = pattern.match(output, config.match);
      if (match === null) {
        const where = config.match === "full" ? "is not as a whole of" : "has no part of";
        return scored(0, `The answer ${quote(output)} ${where} the form ${shownPattern}.`);
      }
      const groups = match.groups.map(({ name, text }) => ({ name, text: text?.slice(0, 500) ?? null }));
      return scored(1, `The pattern ${shownPattern} matches ${quote(match.text)}.`, {
        match: match.text.slice(0, 500),
        groups,
      });
    };
  },
};
