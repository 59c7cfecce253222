import { z } from "zod";
import { findText } from "#lib/text/search/find-text.ts";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { type Normalisation, normalisations, normaliseText } from "../../reading/normalise-text.ts";
import { quote } from "../../reading/quote.ts";

const configSchema = z.strictObject({
  normalisations: z.array(z.enum(normalisations)).max(normalisations.length),
  direction: z.enum(["either", "answer-in-expected", "expected-in-answer"]),
  /** The contained text begins and ends where words do. */
  wholeWords: z.boolean(),
});
export type FuzzyContainmentConfig = z.output<typeof configSchema>;

const WORD = /[\p{L}\p{N}_]/u;

/**
 * 1 when the normalised answer contains the normalised expected text, or the other way round, else 0. Two texts that are both empty
 * after the normalisations match, an empty one and another do not. A list of expected values: any of them.
 *
 * Source: FuzzyMatch in OpenAI's evals.
 */
export const fuzzyContainment: InlineKind<FuzzyContainmentConfig> = {
  kind: "fuzzy-containment",
  execution: "inline",
  family: "text",
  label: "Fuzzy containment",
  explanation:
    "Passes when the answer holds the expected text or is a part of it, after case, punctuation and articles are put aside.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: {
    normalisations: ["case", "punctuation", "articles", "whitespace"],
    direction: "either",
    wholeWords: true,
  },
  compile(config) {
    const names = new Set<Normalisation>(config.normalisations);
    const holds = config.wholeWords ? containsWords : containsText;
    return ({ expected, output }) => {
      const accepted = acceptedAnswers(expected);
      if (accepted === null) return noExpectedValue;
      const answer = normaliseText(output, names);
      for (const wanted of accepted) {
        const right = normaliseText(wanted, names);
        if (right === "" && wanted.trim() !== "")
          return unscored(`The normalisations leave nothing of the expected value ${quote(wanted)}.`);
        if (right === "" || answer === "") {
          if (right === answer) return scored(1, "The answer is empty, as the expected text is.");
          continue;
        }
        if (config.direction !== "answer-in-expected" && holds(answer, right))
          return scored(1, `The answer contains ${quote(wanted)}.`);
        if (config.direction !== "expected-in-answer" && holds(right, answer))
          return scored(1, `The answer ${quote(output)} is a part of ${quote(wanted)}.`);
      }
      return scored(0, failure(config.direction, output, accepted));
    };
  },
};

function containsText(text: string, part: string): boolean {
  return findText(text, part) !== -1;
}

function containsWords(text: string, part: string): boolean {
  const startsAsWord = isWord(part.slice(0, 1));
  const endsAsWord = isWord(part.slice(-1));
  const place = findText(text, part, (at) => {
    const end = at + part.length;
    const startsInside = startsAsWord && at > 0 && isWord(text.charAt(at - 1));
    return !startsInside && !(endsAsWord && end < text.length && isWord(text.charAt(end)));
  });
  return place !== -1;
}

function isWord(character: string): boolean {
  return WORD.test(character);
}

function failure(
  direction: FuzzyContainmentConfig["direction"],
  output: string,
  accepted: readonly string[],
): string {
  const wish =
    accepted.length === 1 ? quote(accepted[0] ?? "") : `any of ${accepted.length} accepted answers`;
  const answer = `The answer ${quote(output)}`;
  switch (direction) {
    case "either":
      return `${answer} and the expected text ${wish} do not contain one another.`;
    case "expected-in-answer":
      return `${answer} does not contain ${wish}.`;
    case "answer-in-expected":
      return `${answer} is no part of ${wish}.`;
  }
}
