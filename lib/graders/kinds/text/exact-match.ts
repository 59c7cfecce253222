import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { isTooDeep } from "../../json/json-depth.ts";
import { jsonEqual } from "../../json/json-equal.ts";
import { jsonFromText } from "../../json/json-from-text.ts";
import { isPlainObject } from "../../json/leaf-fields.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { type Normalisation, normalisations, textNormaliser } from "../../reading/normalise-text.ts";
import { quote, quoteValue } from "../../reading/quote.ts";

const configSchema = z.strictObject({
  normalisations: z.array(z.enum(normalisations)).max(normalisations.length),
});
export type ExactMatchConfig = z.output<typeof configSchema>;

/** Longer texts are not compared again to find out how they nearly match. */
const NEAR_MISS_CHARS = 200;

const nearMisses: Record<Normalisation, string> = {
  trim: "white space at the ends",
  whitespace: "white space",
  case: "upper and lower case",
  punctuation: "punctuation",
  articles: "the words a, an and the",
  unicode: "the form of their characters",
};

/**
 * 1 when the answer equals the expected text after the named normalisations of both, else 0. A list of expected values is a list of
 * accepted answers. An expected object is compared as JSON, where the order of keys does not matter.
 */
export const exactMatch: InlineKind<ExactMatchConfig> = {
  kind: "exact-match",
  execution: "inline",
  family: "text",
  label: "Exact match",
  explanation: "Passes when the answer is the expected text and nothing else.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: { normalisations: ["trim"] },
  compile(config) {
    const names = new Set(config.normalisations);
    const normalise = textNormaliser(names);
    const nearMiss = nearMissFinder(names);
    return ({ expected, output }) => {
      if (isPlainObject(expected)) return compareAsJson(expected, output);
      const accepted = acceptedAnswers(expected);
      if (accepted === null) return noExpectedValue;
      const answer = normalise(output);
      for (const wanted of accepted) {
        const right = normalise(wanted);
        if (right === "" && wanted.trim() !== "") return unscored(nothingLeft(wanted));
        if (right === answer) return scored(1, `The answer is ${quote(wanted)}, as expected.`);
      }
      return scored(0, `${expectation(accepted)} ${actual(output)}${nearMiss(accepted, output)}`);
    };
  },
};

function compareAsJson(expected: Record<string, unknown>, output: string) {
  const reading = jsonFromText(output, { allowFence: false });
  if (reading.status === "not-json")
    return scored(0, `Expected the JSON ${quoteValue(expected)}. ${reading.reason}`);
  if (isTooDeep(reading.value) || isTooDeep(expected))
    return unscored("The JSON is nested too deeply to compare.");
  return jsonEqual(expected, reading.value)
    ? scored(1, "The answer is the expected JSON.")
    : scored(0, `Expected the JSON ${quoteValue(expected)}, and the answer is ${quoteValue(reading.value)}.`);
}

function nothingLeft(wanted: string): string {
  return `The normalisations leave nothing of the expected value ${quote(wanted)}. Turn off “punctuation” or “articles” for this grader.`;
}

function expectation(accepted: readonly string[]): string {
  const [first = ""] = accepted;
  if (accepted.length === 1) return `Expected ${quote(first)},`;
  return `Expected one of ${accepted.length} accepted answers such as ${quote(first)},`;
}

function actual(output: string): string {
  return output === "" ? "and the answer is empty." : `and the answer is ${quote(output)}.`;
}

/** Says what alone keeps two short texts apart, when that is something that could be normalised. */
function nearMissFinder(
  names: ReadonlySet<Normalisation>,
): (accepted: readonly string[], output: string) => string {
  const loosest = textNormaliser(new Set(normalisations));
  const looser = normalisations.map((name) => ({
    name,
    normalise: textNormaliser(names.union(new Set([name]))),
  }));
  return (accepted, output) => {
    if (output.length > NEAR_MISS_CHARS) return "";
    const short = accepted.filter((wanted) => wanted.length <= NEAR_MISS_CHARS);
    const loose = loosest(output);
    if (!short.some((wanted) => loosest(wanted) === loose)) return "";
    for (const { name, normalise } of looser) {
      const answer = normalise(output);
      if (answer !== "" && short.some((wanted) => normalise(wanted) === answer))
        return ` They differ only in ${nearMisses[name]}.`;
    }
    return "";
  };
}
