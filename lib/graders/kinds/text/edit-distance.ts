import { z } from "zod";
import { levenshteinDistance, levenshteinSimilarity } from "#lib/text/edit-distance/levenshtein.ts";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { type Normalisation, normalisations, normaliseText } from "../../reading/normalise-text.ts";
import { quote } from "../../reading/quote.ts";

/** Pairs of characters: at 32 a step, a quarter of a second. */
const MAX_PAIRS = 1e9;
const tooLong = unscored(
  "The texts are too long to count edits: their lengths multiplied may be at most 1,000,000,000 characters.",
);

const namesSchema = z.array(z.enum(normalisations)).max(normalisations.length);
const maximumSchema = z.strictObject({
  maximumEdits: z
    .int("Enter a whole number.")
    .min(0, "A number of edits is at least 0.")
    .max(1_000_000, "At most 1,000,000 edits."),
  normalisations: namesSchema,
});
const similaritySchema = z.strictObject({ normalisations: namesSchema });
export type MaximumEditsConfig = z.output<typeof maximumSchema>;
export type EditSimilarityConfig = z.output<typeof similaritySchema>;

/**
 * 1 when at most `maximumEdits` characters (Unicode code points) have to be inserted, deleted or replaced to turn the answer into the
 * expected text, else 0. With a list of expected values, the nearest one counts.
 *
 * Source: Levenshtein 1966.
 */
export const maximumEdits: InlineKind<MaximumEditsConfig> = {
  kind: "maximum-edits",
  execution: "inline",
  family: "text",
  label: "Few edits",
  explanation: "Passes when only a few characters differ from the expected text; you set how many.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema: maximumSchema,
  defaults: { maximumEdits: 5, normalisations: ["trim"] },
  compile(config) {
    const names = new Set(config.normalisations);
    const limit = config.maximumEdits;
    return ({ expected, output }) => {
      const pairs = comparedPairs(expected, output, names);
      if (pairs === null) return noExpectedValue;
      // A code point is at most two UTF-16 units, so a difference in units is at least half as many edits.
      const within = pairs.filter(({ answer, right }) => Math.abs(answer.length - right.length) <= 2 * limit);
      if (within.length === 0)
        return scored(0, `${about(output, pairs)} differ in length by more than ${edits(limit)}.`);
      if (within.some(isTooLong)) return tooLong;
      const fewest = Math.min(...within.map(({ answer, right }) => levenshteinDistance(answer, right)));
      return scored(
        fewest <= limit ? 1 : 0,
        `${about(output, pairs)} are ${edits(fewest)} apart; up to ${limit} may be.`,
        { edits: fewest },
      );
    };
  },
};

/**
 * 1 - edits / length of the longer text, in 0..1, counted in Unicode code points; 1 for two empty texts. With a list of expected
 * values, the most similar one counts.
 */
export const editSimilarity: InlineKind<EditSimilarityConfig> = {
  kind: "edit-similarity",
  execution: "inline",
  family: "text",
  label: "Edit similarity",
  explanation: "Scores which share of the characters is the same as in the expected text.",
  direction: "higher",
  defaultThreshold: 0.8,
  binary: false,
  needsExpected: true,
  configSchema: similaritySchema,
  defaults: { normalisations: ["trim"] },
  compile(config) {
    const names = new Set(config.normalisations);
    return ({ expected, output }) => {
      const pairs = comparedPairs(expected, output, names);
      if (pairs === null) return noExpectedValue;
      if (pairs.some(isTooLong)) return tooLong;
      const score = Math.max(...pairs.map(({ answer, right }) => levenshteinSimilarity(answer, right)));
      return scored(score, `${about(output, pairs)} are ${percent(score)} alike, letter by letter.`);
    };
  },
};

type Pair = { wanted: string; right: string; answer: string };

function comparedPairs(expected: unknown, output: string, names: ReadonlySet<Normalisation>): Pair[] | null {
  const accepted = acceptedAnswers(expected);
  if (accepted === null) return null;
  const answer = normaliseText(output, names);
  return accepted.map((wanted) => ({ wanted, right: normaliseText(wanted, names), answer }));
}

function isTooLong({ answer, right }: Pair): boolean {
  return answer !== right && answer.length * right.length > MAX_PAIRS;
}

function about(output: string, pairs: readonly Pair[]): string {
  const [first] = pairs;
  const wish =
    pairs.length === 1
      ? `the expected ${quote(first?.wanted ?? "")}`
      : `the nearest of ${pairs.length} accepted texts such as ${quote(first?.wanted ?? "")}`;
  return `The answer ${quote(output)} and ${wish}`;
}

function edits(count: number): string {
  return count === 1 ? "1 edit" : `${count} edits`;
}

/** Rounded down, so that 100 % is said of equal texts only. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}
