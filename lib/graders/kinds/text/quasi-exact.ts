import { z } from "zod";
import { normaliseAnswer } from "#lib/text/squad/normalise-answer.ts";
import { splitWhitespace } from "#lib/text/tokenise/split-whitespace.ts";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { quote } from "../../reading/quote.ts";

const configSchema = z.strictObject({
  convention: z.enum(["quasi-exact", "leave-articles", "exact"]),
  scope: z.enum(["whole", "prefix"]),
});
export type QuasiExactConfig = z.output<typeof configSchema>;

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;

const normalise: Record<QuasiExactConfig["convention"], (text: string) => string> = {
  "quasi-exact": normaliseAnswer,
  "leave-articles": (text) => splitWhitespace(text.toLowerCase().replace(ASCII_PUNCTUATION, "")).join(" "),
  exact: (text) => text.trim(),
};

/**
 * 1 when the answer equals the expected text, or begins with it, after a named benchmark's normalisation of both, else 0:
 * `quasi-exact` as SQuAD and HELM (lower case, ASCII punctuation deleted, articles removed, white space collapsed), `leave-articles`
 * the same with articles kept, `exact` with the ends trimmed only. An empty answer scores 0. A list of expected values: any of them.
 *
 * Source: HELM's exact_match, quasi_exact_match, prefix_exact_match, quasi_prefix_exact_match, quasi_leave_articles_exact_match.
 */
export const quasiExact: InlineKind<QuasiExactConfig> = {
  kind: "quasi-exact",
  execution: "inline",
  family: "text",
  label: "Quasi-exact match",
  explanation:
    "Passes when the answer is the expected text as benchmarks compare it, without case, punctuation and articles.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: { convention: "quasi-exact", scope: "whole" },
  compile({ convention, scope }) {
    const reduce = normalise[convention];
    return ({ expected, output }) => {
      const accepted = acceptedAnswers(expected);
      if (accepted === null) return noExpectedValue;
      const answer = reduce(output);
      for (const wanted of accepted) {
        const right = reduce(wanted);
        if (right === "")
          return unscored(`Nothing of the expected value ${quote(wanted)} is left to compare.`);
        const matches = scope === "whole" ? answer === right : answer.startsWith(right);
        if (matches) {
          const verb = scope === "whole" ? "is" : "begins with";
          return scored(1, `The answer ${verb} the expected ${quote(wanted)}.`);
        }
      }
      const wish =
        accepted.length === 1 ? quote(accepted[0] ?? "") : `one of ${accepted.length} accepted answers`;
      return scored(0, `Expected ${wish}, and the answer is ${quote(output)}.`);
    };
  },
};
