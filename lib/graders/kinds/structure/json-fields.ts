import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { compareFields, type FieldVerdict } from "../../json/compare-fields.ts";
import { fieldRules } from "../../json/field-rule.ts";
import { isTooDeep } from "../../json/json-depth.ts";
import { jsonFromText } from "../../json/json-from-text.ts";
import { isPlainObject } from "../../json/leaf-fields.ts";

const MAX_RULES = 200;
const SHOWN_FIELDS = 200;
const toleranceSchema = z
  .number("Enter a number.")
  .min(0, "A tolerance cannot be negative.")
  .max(Number.MAX_VALUE);

const configSchema = z.strictObject({
  defaultRule: z.enum(fieldRules),
  fields: z
    .array(
      z.strictObject({
        /** A field of the expected object, or all fields below it: `vendor` or `vendor.name`. */
        path: z.string().trim().min(1, "Name the field.").max(500),
        rule: z.enum(fieldRules),
      }),
    )
    .max(MAX_RULES, `At most ${MAX_RULES} fields can have their own rule.`)
    .refine(
      (fields) => new Set(fields.map((field) => field.path)).size === fields.length,
      "A field has two rules.",
    ),
  absoluteTolerance: toleranceSchema,
  relativeTolerance: toleranceSchema,
  missingIsNull: z.boolean(),
  extraFields: z.enum(["allow", "count"]),
  allowFence: z.boolean(),
});
export type JsonFieldsConfig = z.output<typeof configSchema>;

/**
 * The share of the expected object's fields that the answer's object has right, in 0..1; the detail lists each field. Objects are
 * compared field by field at every depth, lists as a whole. With `extraFields: count`, fields that were not expected count as wrong.
 */
export const jsonFields: InlineKind<JsonFieldsConfig> = {
  kind: "json-fields",
  execution: "inline",
  family: "structure",
  label: "JSON field match",
  explanation: "Scores which share of the expected fields the answer's JSON has right, field by field.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: {
    defaultRule: "exact",
    fields: [],
    absoluteTolerance: 0,
    relativeTolerance: 0,
    missingIsNull: true,
    extraFields: "allow",
    allowFence: true,
  },
  compile(config) {
    return ({ expected, output }) => {
      if (expected === undefined || expected === null) return noExpectedValue;
      const wanted = expectedObject(expected);
      if (wanted === null)
        return unscored("The expected value is not a JSON object, so there are no fields to compare.");
      const reading = jsonFromText(output, config);
      if (reading.status === "not-json") return scored(0, reading.reason);
      if (isTooDeep(reading.value) || isTooDeep(wanted))
        return unscored("The JSON is nested too deeply to compare.");
      if (!isPlainObject(reading.value))
        return scored(0, "The answer is JSON, and it is not an object with fields.");
      const verdicts = compareFields(wanted, reading.value, config);
      const counted = verdicts.filter((verdict) => verdict.rule !== "ignore");
      const matched = counted.filter((verdict) => verdict.matched).length;
      if (counted.length === 0) return unscored("No field of the expected object is left to compare.");
      return scored(matched / counted.length, summary(counted, matched), detailOf(verdicts));
    };
  },
};

function expectedObject(expected: unknown): Record<string, unknown> | null {
  if (isPlainObject(expected)) return expected;
  if (typeof expected !== "string") return null;
  const reading = jsonFromText(expected, { allowFence: false });
  return reading.status === "json" && isPlainObject(reading.value) ? reading.value : null;
}

function summary(counted: readonly FieldVerdict[], matched: number): string {
  if (matched === counted.length) return `All ${counted.length} compared fields are right.`;
  const [first] = counted.filter((verdict) => !verdict.matched);
  const share = `${matched} of ${counted.length} compared fields are right.`;
  return first === undefined ? share : `${share} “${first.path.slice(0, 80)}” ${first.note}.`;
}

function detailOf(verdicts: readonly FieldVerdict[]) {
  return {
    fields: verdicts
      .slice(0, SHOWN_FIELDS)
      .map(({ path, rule, matched, note }) => ({ path, rule, matched, note })),
    notShown: Math.max(0, verdicts.length - SHOWN_FIELDS),
  };
}
