import type { FieldRule } from "../../json/field-rule.ts";
import { isPlainObject, leafFields } from "../../json/leaf-fields.ts";
import { wordsOf } from "../answer-text.ts";
import { most, share } from "../most.ts";
import { freeProposal, type ShapeRule } from "../proposal.ts";

const MAX_RULES = 200;
/** A longer text is worded in many ways, and comparing it letter by letter would always fail. */
const FREE_TEXT_WORDS = 8;
const CENT = 0.005;

export const jsonObjects: ShapeRule = ({ values }) => {
  if (!most(values, (value) => objectOf(value) !== null)) return null;
  const objects = values.map(objectOf).filter((object) => object !== null);
  const byPath = new Map<string, unknown[]>();
  for (const { path, value } of objects.flatMap((object) => leafFields(object))) {
    if (path.trim() !== path || path === "" || path.length > 500) continue;
    byPath.set(path, [...(byPath.get(path) ?? []), value]);
  }
  const rules = [...byPath].map(([path, found]) => ({ path, rule: ruleOf(found) }));
  const isMoney = [...byPath.values()].flat().some((value) => hasFraction(value));
  const ignored = rules.filter(({ rule }) => rule === "ignore").map(({ path }) => path);
  const fields = rules.filter(({ rule }) => rule !== "exact").slice(0, MAX_RULES);
  return [
    freeProposal({
      name: "JSON fields",
      kind: "json-fields",
      config: { defaultRule: "exact", fields, absoluteTolerance: isMoney ? CENT : 0 },
      reason: `The expected values are JSON objects with ${byPath.size} fields, each compared by a rule that fits it: ${countsOf(rules)}.`,
      blind:
        ignored.length === 0
          ? "A field that is there and was not expected passes, and so does text around the JSON in a code fence."
          : `It does not look at ${named(ignored)}, where long texts stand that can be worded in many ways.`,
    }),
  ];
};

function objectOf(value: unknown): Record<string, unknown> | null {
  if (isPlainObject(value)) return value;
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return isPlainObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Numbers by value, long texts not at all, short texts without case; the rest as JSON. */
function ruleOf(values: readonly unknown[]): FieldRule {
  const present = values.filter((value) => value !== null);
  if (most(present, (value) => typeof value === "number")) return "numeric";
  if (!most(present, (value) => typeof value === "string")) return "exact";
  const isLong = (value: unknown) => typeof value === "string" && wordsOf(value) > FREE_TEXT_WORDS;
  return share(present, isLong) > 0.5 ? "ignore" : "ignore-case";
}

function hasFraction(value: unknown): boolean {
  return typeof value === "number" && !Number.isInteger(value);
}

const ruleWords: Record<FieldRule, string> = {
  exact: "as JSON",
  "ignore-case": "as text without case",
  numeric: "as numbers",
  ignore: "not compared",
};

function countsOf(rules: readonly { rule: FieldRule }[]): string {
  const counts = Map.groupBy(rules, ({ rule }) => rule);
  return [...counts].map(([rule, list]) => `${list.length} ${ruleWords[rule]}`).join(", ");
}

function named(paths: readonly string[]): string {
  const first = paths
    .slice(0, 3)
    .map((path) => `“${path.slice(0, 60)}”`)
    .join(", ");
  return paths.length > 3 ? `${first} and ${paths.length - 3} more` : first;
}
