import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { quote } from "../../reading/quote.ts";
import {
  hasTexts,
  quotedList,
  textsMissing,
  wantedTexts,
  wantedTextsShape,
} from "../../reading/wanted-texts.ts";

const SHOWN_CHARS = 80;

const configSchema = z
  .strictObject({
    ...wantedTextsShape,
    ignoreCase: z.boolean(),
    /** White space before the beginning, or after the end, of the answer does not count. */
    trim: z.boolean(),
  })
  .refine(hasTexts, textsMissing);
export type AffixConfig = z.output<typeof configSchema>;

type Place = "start" | "end";

/** 1 when the answer begins with one of the texts, else 0. The texts are fixed, or the case's expected value (a list: any of them). */
export const startsWith = affixKind({
  kind: "starts-with",
  label: "Starts with",
  explanation: "Passes when the answer begins with the text you name, whatever follows.",
  place: "start",
});

/** 1 when the answer ends with one of the texts, else 0. The texts are fixed, or the case's expected value (a list: any of them). */
export const endsWith = affixKind({
  kind: "ends-with",
  label: "Ends with",
  explanation: "Passes when the answer closes with the text you name, whatever comes before.",
  place: "end",
});

function affixKind({
  place,
  ...facts
}: { place: Place } & Pick<
  InlineKind<AffixConfig>,
  "kind" | "label" | "explanation"
>): InlineKind<AffixConfig> {
  return {
    ...facts,
    execution: "inline",
    family: "text",
    direction: "higher",
    defaultThreshold: 1,
    binary: true,
    needsExpected: true,
    configSchema,
    defaults: { source: "expected", texts: [], ignoreCase: true, trim: true },
    compile(config) {
      const fold = (text: string) => (config.ignoreCase ? text.toLowerCase() : text);
      const verb = place === "start" ? "begin" : "end";
      return ({ expected, output }) => {
        const texts = wantedTexts(config, expected);
        if (texts === null) return noExpectedValue;
        if (texts.includes(""))
          return unscored(`The expected text is empty, and every answer ${verb}s with an empty text.`);
        const trimmed = config.trim ? trim(output, place) : output;
        const found = texts.find((text) => stands(place, trimmed, text, fold));
        if (found !== undefined) return scored(1, `The answer ${verb}s with ${quote(found)}.`);
        const wish = quotedList(
          texts.map((text) => quote(text, 40)),
          3,
        );
        return scored(
          0,
          `The answer does not ${verb} with ${wish}; it ${verb}s with ${quote(edge(trimmed, place))}.`,
        );
      };
    },
  };
}

function trim(text: string, place: Place): string {
  return place === "start" ? text.trimStart() : text.trimEnd();
}

/** Lower case can be longer or shorter than the text itself, so what is folded is a piece of the answer that is long enough. */
function stands(place: Place, answer: string, wanted: string, fold: (text: string) => string): boolean {
  const reach = wanted.length * 3;
  return place === "start"
    ? fold(answer.slice(0, reach)).startsWith(fold(wanted))
    : fold(answer.slice(-reach)).endsWith(fold(wanted));
}

function edge(text: string, place: Place): string {
  return place === "start" ? text.slice(0, SHOWN_CHARS) : text.slice(-SHOWN_CHARS);
}
