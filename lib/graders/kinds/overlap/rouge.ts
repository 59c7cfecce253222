import { z } from "zod";
import { rougeL as rougeLScore } from "#lib/text/rouge/rouge-l.ts";
import { rougeLSum as rougeLSumScore } from "#lib/text/rouge/rouge-l-sum.ts";
import { rougeN } from "#lib/text/rouge/rouge-n.ts";
import type { RougeScore } from "#lib/text/rouge/rouge-score.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { overlapGrader } from "./overlap-grader.ts";

const configSchema = z.strictObject({
  measure: z.enum(["f1", "recall", "precision"]),
  /** Counts "running" and "runs" as the same word (NLTK's Porter stemmer, English only). */
  stem: z.boolean(),
});
export type RougeConfig = z.output<typeof configSchema>;

type Pair = { target: string; prediction: string; stem: boolean };

/**
 * ROUGE-L in 0..1: the longest common subsequence of words (Lin 2004), equal to rouge_score. With a list of expected values, the best
 * one counts. Words are a-z and 0-9 only, so a text in another script is unscored.
 */
export const rougeL = rougeKind({
  kind: "rouge-l",
  label: "ROUGE-L",
  explanation:
    "Scores how much of the expected wording the answer keeps in the same order; for summaries, and no proof of truth.",
  defaultThreshold: 0.3,
  // The comparison takes a step for every 32 pairs of words and a bit of memory for every pair of distinct words.
  maxOutputChars: 1_000_000,
  maxExpectedChars: 100_000,
  score: rougeLScore,
});

/** ROUGE-1 in 0..1: the overlap of single words (Lin 2004), equal to rouge_score. */
export const rouge1 = rougeKind({
  kind: "rouge-1",
  label: "ROUGE-1",
  explanation: "Scores how many of the expected words are in the answer, in any order.",
  defaultThreshold: 0.4,
  maxOutputChars: 1_000_000,
  maxExpectedChars: 1_000_000,
  score: (pair) => rougeN({ ...pair, order: 1 }),
});

/** ROUGE-2 in 0..1: the overlap of pairs of neighbouring words (Lin 2004), equal to rouge_score. */
export const rouge2 = rougeKind({
  kind: "rouge-2",
  label: "ROUGE-2",
  explanation: "Scores how many pairs of neighbouring words the answer and the expected text share.",
  defaultThreshold: 0.2,
  maxOutputChars: 1_000_000,
  maxExpectedChars: 1_000_000,
  score: (pair) => rougeN({ ...pair, order: 2 }),
});

/** ROUGE-Lsum in 0..1: ROUGE-L for summaries of several sentences, each on a line of its own (Lin 2004), equal to rouge_score. */
export const rougeLSum = rougeKind({
  kind: "rouge-l-sum",
  label: "ROUGE-Lsum",
  explanation:
    "Scores a summary sentence by sentence against the expected one, with each sentence on its own line.",
  defaultThreshold: 0.3,
  // Every pair of lines is compared, and remembers a bit for every pair of its words: a third of a second at these lengths.
  maxOutputChars: 50_000,
  maxExpectedChars: 20_000,
  score: rougeLSumScore,
});

function rougeKind({
  score,
  maxOutputChars,
  maxExpectedChars,
  ...facts
}: Pick<InlineKind<RougeConfig>, "kind" | "label" | "explanation" | "defaultThreshold"> & {
  maxOutputChars: number;
  maxExpectedChars: number;
  score(pair: Pair): RougeScore;
}): InlineKind<RougeConfig> {
  return {
    ...facts,
    execution: "inline",
    family: "overlap",
    direction: "higher",
    binary: false,
    needsExpected: true,
    configSchema,
    defaults: { measure: "f1", stem: true },
    compile({ measure, stem }) {
      return overlapGrader({
        name: `${facts.label} ${measure}`,
        maxOutputChars,
        maxExpectedChars,
        reads: (target) => /[a-z0-9]/i.test(target),
        unreadable: `${facts.label} reads Latin letters and digits only, and the expected text has none.`,
        measure: (prediction, targets) => ({
          score: Math.max(...targets.map((target) => score({ target, prediction, stem })[measure])),
        }),
      });
    },
  };
}
