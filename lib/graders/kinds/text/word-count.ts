import { z } from "zod";
import { splitWhitespace } from "#lib/text/tokenise/split-whitespace.ts";
import { scored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { boundsProblem, boundsText, countBound, withinBounds } from "../../reading/count-bounds.ts";

const configSchema = z
  .strictObject({ minimum: countBound, maximum: countBound })
  .superRefine((bounds, context) => {
    const problem = boundsProblem(bounds);
    if (problem !== null)
      context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
  });
export type WordCountConfig = z.output<typeof configSchema>;

/** 1 when the answer has at least `minimum` and at most `maximum` words, else 0. Words are what white space parts, as a word processor counts. */
export const wordCount: InlineKind<WordCountConfig> = {
  kind: "word-count",
  execution: "inline",
  family: "text",
  label: "Word count",
  explanation: "Passes when the answer is neither shorter nor longer than you allow, counted in words.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { minimum: null, maximum: 100 },
  compile(bounds) {
    const wish = boundsText(bounds);
    return ({ output }) => {
      const count = splitWhitespace(output).length;
      const is = `The answer has ${count.toLocaleString("en-GB")} ${count === 1 ? "word" : "words"}`;
      return withinBounds(count, bounds)
        ? scored(1, `${is}; asked for: ${wish}.`, { words: count })
        : scored(0, `${is}; asked for: ${wish}.`, { words: count });
    };
  },
};
