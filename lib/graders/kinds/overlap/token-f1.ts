import { z } from "zod";
import { squadTokenF1 } from "#lib/text/squad/token-f1.ts";
import { noExpectedValue, scored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { quote } from "../../reading/quote.ts";

const configSchema = z.strictObject({});
export type TokenF1Config = z.output<typeof configSchema>;

/**
 * SQuAD's token F1 in 0..1: the overlap of the words of answer and expected value, without case, punctuation and articles, order
 * ignored. With a list of expected values, the best one counts.
 *
 * Source: the SQuAD 2.0 evaluation script, Rajpurkar et al. 2018.
 */
export const tokenF1: InlineKind<TokenF1Config> = {
  kind: "token-f1",
  execution: "inline",
  family: "overlap",
  label: "Token F1",
  explanation:
    "Scores how many words the answer and the expected answer share, in any order; good for short answers.",
  direction: "higher",
  defaultThreshold: 0.5,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: {},
  compile() {
    return ({ expected, output }) => {
      const golds = acceptedAnswers(expected);
      if (golds === null) return noExpectedValue;
      const score = squadTokenF1(output, golds);
      const wish =
        golds.length === 1 ? quote(golds[0] ?? "") : `the best of ${golds.length} accepted answers`;
      return scored(
        score,
        `Word overlap ${score.toFixed(2)} between the answer ${quote(output)} and ${wish}.`,
      );
    };
  },
};
