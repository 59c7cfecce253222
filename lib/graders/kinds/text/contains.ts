import { z } from "zod";
import { findText } from "#lib/text/search/find-text.ts";
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

const SHOWN_TEXTS = 3;
const DETAIL_TEXTS = 100;

const configSchema = z
  .strictObject({
    ...wantedTextsShape,
    mode: z.enum(["all", "any"]),
    ignoreCase: z.boolean(),
  })
  .refine(hasTexts, textsMissing);
export type ContainsConfig = z.output<typeof configSchema>;

/**
 * 1 when the answer holds all (or any) of the texts, else 0. The texts are fixed, or the case's expected value (a list counts as
 * several texts). `ignoreCase` compares in lower case.
 */
export const contains: InlineKind<ContainsConfig> = {
  kind: "contains",
  execution: "inline",
  family: "text",
  label: "Contains",
  explanation: "Passes when the answer mentions the texts you name, whatever else it says.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: { source: "expected", texts: [], mode: "all", ignoreCase: true },
  compile(config) {
    const fold = (text: string) => (config.ignoreCase ? text.toLowerCase() : text);
    return ({ expected, output }) => {
      const texts = wantedTexts(config, expected);
      if (texts === null) return noExpectedValue;
      if (texts.includes(""))
        return unscored("The expected text is empty, and every answer contains an empty text.");
      const answer = fold(output);
      const found: string[] = [];
      const missing: string[] = [];
      for (const text of texts) (findText(answer, fold(text)) === -1 ? missing : found).push(text);
      const detail = { found: shown(found), missing: shown(missing) };
      if (config.mode === "any") {
        return found.length > 0
          ? scored(1, `The answer contains ${list(found)}.`, detail)
          : scored(0, `The answer ${quote(output)} contains none of ${list(missing)}.`, detail);
      }
      return missing.length === 0
        ? scored(1, `The answer contains ${list(found)}.`, detail)
        : scored(0, `The answer ${quote(output)} does not contain ${list(missing)}.`, detail);
    };
  },
};

function shown(texts: readonly string[]): string[] {
  return texts.slice(0, DETAIL_TEXTS).map((text) => text.slice(0, 200));
}

function list(texts: readonly string[]): string {
  return quotedList(
    texts.map((text) => quote(text, 40)),
    SHOWN_TEXTS,
  );
}
