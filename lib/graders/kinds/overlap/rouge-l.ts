import { z } from "zod";
import { rougeL as rougeLScore } from "#lib/text/rouge/rouge-l.ts";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { quote } from "../../reading/quote.ts";

const configSchema = z.strictObject({
  measure: z.enum(["f1", "recall", "precision"]),
  /** Counts "running" and "runs" as the same word (NLTK's Porter stemmer, English only). */
  stem: z.boolean(),
});
export type RougeLConfig = z.output<typeof configSchema>;

/** The comparison takes a step for every 32 pairs of words and a bit of memory for every pair of distinct words. */
const MAX_EXPECTED_CHARS = 100_000;
const MAX_OUTPUT_CHARS = 1_000_000;

/**
 * ROUGE-L in 0..1: the longest common subsequence of words (Lin 2004), equal to rouge_score. With a list of expected values, the best
 * one counts. Words are a-z and 0-9 only, so a text in another script is unscored.
 */
export const rougeL: InlineKind<RougeLConfig> = {
  kind: "rouge-l",
  execution: "inline",
  family: "overlap",
  label: "ROUGE-L",
  explanation:
    "Scores how much of the expected wording the answer keeps in the same order; for summaries, and no proof of truth.",
  direction: "higher",
  defaultThreshold: 0.3,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: { measure: "f1", stem: true },
  compile({ measure, stem }) {
    return ({ expected, output }) => {
      const targets = acceptedAnswers(expected);
      if (targets === null) return noExpectedValue;
      if (output.length > MAX_OUTPUT_CHARS || targets.some((target) => target.length > MAX_EXPECTED_CHARS)) {
        return unscored(
          "The texts are too long for ROUGE-L: at most 1,000,000 characters in the answer and 100,000 in the expected text.",
        );
      }
      const readable = targets.filter((target) => /[a-z0-9]/i.test(target));
      if (readable.length === 0) {
        return unscored("ROUGE-L reads Latin letters and digits only, and the expected text has none.");
      }
      const scores = readable.map((target) => rougeLScore({ target, prediction: output, stem })[measure]);
      const score = Math.max(...scores);
      const wish =
        targets.length === 1 ? quote(targets[0] ?? "") : `the best of ${targets.length} accepted texts`;
      return scored(
        score,
        `ROUGE-L ${measure} ${score.toFixed(2)} between the answer ${quote(output)} and ${wish}.`,
      );
    };
  },
};
