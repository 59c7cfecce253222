import { z } from "zod";
import { wordErrorRate as wordErrorRateOf } from "#lib/text/edit-distance/word-error-rate.ts";
import { normaliseAnswer } from "#lib/text/squad/normalise-answer.ts";
import { translationEditRate } from "#lib/text/ter/translation-edit-rate.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { isNotBlank, overlapGrader } from "./overlap-grader.ts";

const terSchema = z.strictObject({});
const werSchema = z.strictObject({ words: z.enum(["as-written", "normalised"]) });
export type WordErrorRateConfig = z.output<typeof werSchema>;

const nothingToCount = "The expected text has no words, so a rate of errors cannot be formed.";

/**
 * Translation edit rate in 0..1, lower is better: words inserted, left out, replaced, or runs of words moved, for each expected word,
 * as sacreBLEU's sentence_ter / 100. More edits than expected words are cut to 1. A list of expected values is a list of references.
 *
 * Source: Snover et al. 2006.
 */
export const ter: InlineKind<Record<string, never>> = {
  kind: "ter",
  execution: "inline",
  family: "overlap",
  label: "TER, edits for each word",
  explanation: "Measures how much of the answer an editor would have to change or move; lower is better.",
  direction: "lower",
  defaultThreshold: 0.5,
  binary: false,
  needsExpected: true,
  configSchema: terSchema,
  defaults: {},
  compile() {
    return overlapGrader({
      name: "Translation edit rate",
      maxOutputChars: 20_000,
      maxExpectedChars: 20_000,
      reads: isNotBlank,
      unreadable: nothingToCount,
      measure: (hypothesis, references) => rate(translationEditRate({ hypothesis, references }).score / 100),
    });
  },
};

/**
 * Word error rate in 0..1, lower is better: words inserted, left out or replaced, for each expected word. More errors than expected
 * words are cut to 1. With a list of expected values, the nearest one counts. `normalised` compares as SQuAD does, without case,
 * punctuation and articles.
 */
export const wordErrorRate: InlineKind<WordErrorRateConfig> = {
  kind: "word-error-rate",
  execution: "inline",
  family: "overlap",
  label: "Word error rate",
  explanation: "Measures how many words of a transcript are wrong, missing or too many; lower is better.",
  direction: "lower",
  defaultThreshold: 0.2,
  binary: false,
  needsExpected: true,
  configSchema: werSchema,
  defaults: { words: "as-written" },
  compile({ words }) {
    const reduce = words === "normalised" ? normaliseAnswer : (text: string) => text;
    return overlapGrader({
      name: "Word error rate",
      maxOutputChars: 200_000,
      maxExpectedChars: 200_000,
      reads: (target) => isNotBlank(reduce(target)),
      unreadable: nothingToCount,
      measure: (output, targets) => {
        const answer = reduce(output);
        return rate(
          Math.min(
            ...targets.map(
              (target) => wordErrorRateOf({ reference: reduce(target), hypothesis: answer }).rate,
            ),
          ),
        );
      },
    });
  },
};

function rate(value: number): { score: number; note?: string } {
  if (value <= 1) return { score: value };
  return {
    score: 1,
    note: `The rate itself is ${value.toFixed(2)}: there are more errors than expected words.`,
  };
}
