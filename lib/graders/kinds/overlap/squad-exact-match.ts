import { z } from "zod";
import { squadExactMatch as matches } from "#lib/text/squad/exact-match.ts";
import { noExpectedValue, scored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { quote } from "../../reading/quote.ts";

/**
 * SQuAD's exact match: 1 when the answer equals an expected value once both are in lower case, without ASCII punctuation and articles,
 * else 0. Where no expected value has anything left, the question counts as unanswerable and only an empty answer is right.
 *
 * Source: the SQuAD 2.0 evaluation script, Rajpurkar et al. 2018.
 */
export const squadExactMatch: InlineKind<Record<string, never>> = {
  kind: "squad-exact-match",
  execution: "inline",
  family: "overlap",
  label: "SQuAD exact match",
  explanation: "Passes when the answer is an expected answer as the SQuAD benchmark compares them.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema: z.strictObject({}),
  defaults: {},
  compile() {
    return ({ expected, output }) => {
      const golds = acceptedAnswers(expected);
      if (golds === null) return noExpectedValue;
      const wish =
        golds.length === 1
          ? quote(golds[0] ?? "")
          : `one of ${golds.length} accepted answers such as ${quote(golds[0] ?? "")}`;
      return matches(output, golds)
        ? scored(1, `The answer ${quote(output)} is ${wish}, as SQuAD compares them.`)
        : scored(0, `Expected ${wish}, and the answer is ${quote(output)}.`);
    };
  },
};
