import { quoteValue } from "../reading/quote.ts";
import type { Tolerance } from "../reading/within-tolerance.ts";
import { type FieldRule, fieldMatches } from "./field-rule.ts";
import { type LeafField, leafFields, lookUpField } from "./leaf-fields.ts";

export type FieldVerdict = {
  path: string;
  rule: FieldRule;
  matched: boolean;
  /** Follows the field's name in a sentence: "is “EUR”, as expected". */
  note: string;
};

export type FieldComparison = Tolerance & {
  defaultRule: FieldRule;
  fields: readonly { path: string; rule: FieldRule }[];
  missingIsNull: boolean;
  extraFields: "allow" | "count";
};

/** A verdict for each field of `expected`, in its order, and then one for each further field of `actual` when those count. */
export function compareFields(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  comparison: FieldComparison,
): FieldVerdict[] {
  const ruleOf = ruleLookup(comparison);
  const verdicts = leafFields(expected).map((field) => judge(field, actual, ruleOf(field), comparison));
  if (comparison.extraFields === "allow") return verdicts;
  const extra = leafFields(actual).filter((field) => !isExpected(field, expected));
  return [
    ...verdicts,
    ...extra.map((field) => {
      const rule = ruleOf(field);
      const note = `was not expected; it is ${quoteValue(field.value, 40)}`;
      return { path: field.path, rule, matched: rule === "ignore", note };
    }),
  ];
}

function judge(
  field: LeafField,
  actual: unknown,
  rule: FieldRule,
  comparison: FieldComparison,
): FieldVerdict {
  const found = lookUpField(actual, field.keys);
  const isMissing = !found.found && !(comparison.missingIsNull && field.value === null);
  const value = found.found ? found.value : null;
  const matched = rule === "ignore" || (!isMissing && fieldMatches(rule, field.value, value, comparison));
  return { path: field.path, rule, matched, note: note(field.value, isMissing, value, matched, rule) };
}

function note(
  expected: unknown,
  isMissing: boolean,
  actual: unknown,
  matched: boolean,
  rule: FieldRule,
): string {
  if (rule === "ignore") return "is not compared";
  const wish = quoteValue(expected, 40);
  if (isMissing) return `is missing; expected ${wish}`;
  const given = quoteValue(actual, 40);
  if (!matched) return `is ${given}; expected ${wish}`;
  return given === wish ? `is ${given}, as expected` : `is ${given}, close enough to ${wish}`;
}

/** The rule of the field itself, else of the nearest named field above it, else the default. */
function ruleLookup({ fields, defaultRule }: FieldComparison): (field: LeafField) => FieldRule {
  const named = new Map(fields.map(({ path, rule }) => [path, rule]));
  if (named.size === 0) return () => defaultRule;
  return ({ keys }) => {
    for (let length = keys.length; length > 0; length--) {
      const rule = named.get(keys.slice(0, length).join("."));
      if (rule !== undefined) return rule;
    }
    return defaultRule;
  };
}

/** A field below an expected value (an object where text was expected) belongs to that value's verdict. */
function isExpected(field: LeafField, expected: unknown): boolean {
  let current: unknown = expected;
  for (let length = 1; length <= field.keys.length; length++) {
    const found = lookUpField(expected, field.keys.slice(0, length));
    if (!found.found) return isLeaf(current);
    current = found.value;
  }
  return true;
}

function isLeaf(value: unknown): boolean {
  return typeof value !== "object" || value === null || Array.isArray(value);
}
