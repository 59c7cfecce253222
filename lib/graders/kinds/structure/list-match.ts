import { z } from "zod";
import { longestCommonSubsequence } from "#lib/text/edit-distance/longest-common-subsequence.ts";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { canonicalJson } from "../../json/canonical-json.ts";
import { isTooDeep } from "../../json/json-depth.ts";
import { jsonFromText } from "../../json/json-from-text.ts";
import { listItems } from "../../reading/list-items.ts";
import { type Normalisation, normalisations, normaliseText } from "../../reading/normalise-text.ts";
import { quote } from "../../reading/quote.ts";

const MAX_ITEMS = 20_000;
const SHOWN_ITEMS = 50;

const configSchema = z.strictObject({
  reading: z.enum(["json", "lines", "commas"]),
  /** `set`: order and duplicates do not matter; `bag`: duplicates do; `sequence`: both do. */
  order: z.enum(["set", "bag", "sequence"]),
  measure: z.enum(["f1", "recall", "precision"]),
  /** Of items that are text; other items are compared as JSON. */
  normalisations: z.array(z.enum(normalisations)).max(normalisations.length),
  allowFence: z.boolean(),
});
export type ListMatchConfig = z.output<typeof configSchema>;

/**
 * The overlap of the answer's list and the expected list in 0..1, as F1, recall or precision of their items. As sets, as bags, or as
 * sequences, where the longest common subsequence counts. The expected value is a list, or a text that is read as the answer is. Two
 * empty lists score 1.
 */
export const listMatch: InlineKind<ListMatchConfig> = {
  kind: "list-match",
  execution: "inline",
  family: "structure",
  label: "List match",
  explanation: "Scores which share of the expected items the answer lists, and how few others.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: {
    reading: "json",
    order: "set",
    measure: "f1",
    normalisations: ["trim", "case"],
    allowFence: true,
  },
  compile(config) {
    const names = new Set(config.normalisations);
    return ({ expected, output }) => {
      if (expected === undefined || expected === null) return noExpectedValue;
      const wanted = Array.isArray(expected) ? expected : readList(String(textOf(expected)), config);
      if (!Array.isArray(wanted)) return unscored(`The expected value is not a list. ${wanted.problem}`);
      const given = readList(output, config);
      if (!Array.isArray(given)) return scored(0, given.problem);
      if (given.length > MAX_ITEMS || wanted.length > MAX_ITEMS)
        return unscored("A list is too long to compare: at most 20,000 items.");
      if (isTooDeep(given) || isTooDeep(wanted)) return unscored("The JSON is nested too deeply to compare.");
      const expectedItems = itemTexts(wanted, names, config.order);
      const actualItems = itemTexts(given, names, config.order);
      const missing = without(expectedItems, actualItems);
      const extra = without(actualItems, expectedItems);
      const shared =
        config.order === "sequence"
          ? longestCommonSubsequence(expectedItems, actualItems)
          : expectedItems.length - missing.length;
      const score = measured(config.measure, shared, expectedItems.length, actualItems.length);
      return scored(score, summary(shared, expectedItems.length, missing, extra), {
        missing: missing.slice(0, SHOWN_ITEMS),
        extra: extra.slice(0, SHOWN_ITEMS),
      });
    };
  },
};

function textOf(expected: unknown): string {
  return typeof expected === "string" ? expected : JSON.stringify(expected);
}

function readList(text: string, { reading, allowFence }: ListMatchConfig): unknown[] | { problem: string } {
  if (reading !== "json") return listItems(text, reading);
  const json = jsonFromText(text, { allowFence });
  if (json.status === "not-json") return { problem: json.reason };
  return Array.isArray(json.value) ? json.value : { problem: `${quote(text)} is JSON and not a list.` };
}

function itemTexts(
  items: readonly unknown[],
  names: ReadonlySet<Normalisation>,
  order: ListMatchConfig["order"],
): string[] {
  const texts = items.map((item) =>
    typeof item === "string" ? normaliseText(item, names) : canonicalJson(item),
  );
  return order === "set" ? [...new Set(texts)] : texts;
}

/** The items of the first list that the second does not have, or not as often. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of others) left.set(item, (left.get(item) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

function measured(
  measure: ListMatchConfig["measure"],
  shared: number,
  expected: number,
  actual: number,
): number {
  if (expected === 0 && actual === 0) return 1;
  switch (measure) {
    case "f1":
      return (2 * shared) / (expected + actual);
    case "recall":
      return expected === 0 ? 0 : shared / expected;
    case "precision":
      return actual === 0 ? 0 : shared / actual;
  }
}

function summary(
  shared: number,
  expected: number,
  missing: readonly string[],
  extra: readonly string[],
): string {
  const share = `${shared} of ${expected} expected items are there`;
  const [firstMissing] = missing;
  const [firstExtra] = extra;
  const parts = [
    firstMissing === undefined ? null : `missing: ${quote(firstMissing, 40)}${more(missing)}`,
    firstExtra === undefined ? null : `not expected: ${quote(firstExtra, 40)}${more(extra)}`,
    firstMissing === undefined && firstExtra === undefined && shared < expected ? "in another order" : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? `${share}, and no others.` : `${share}; ${parts.join("; ")}.`;
}

function more(items: readonly string[]): string {
  return items.length > 1 ? ` and ${items.length - 1} more` : "";
}
