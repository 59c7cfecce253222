import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { GradeInput, InlineKind } from "../../grader-kind.ts";
import { compareFields } from "../../json/compare-fields.ts";
import { isTooDeep } from "../../json/json-depth.ts";
import { jsonFromText } from "../../json/json-from-text.ts";
import { isPlainObject, lookUpField } from "../../json/leaf-fields.ts";
import { quote } from "../../reading/quote.ts";

const SHOWN_FIELDS = 200;
const pathSchema = z.string().trim().max(500, "A path has at most 500 characters.");

const configSchema = z.strictObject({
  source: z.enum(["expected", "metadata"]),
  /** Where the expected state stands in the expected value or the metadata: `state`, `after.order`. Empty is all of it. */
  expectedPath: pathSchema,
  /** Where the state stands in the answer's JSON. Empty is all of it. */
  answerPath: pathSchema,
  ignoredFields: z.array(pathSchema.min(1, "Name the field.")).max(200, "At most 200 fields."),
  extraFields: z.enum(["allow", "count"]),
});
export type FinalStateConfig = z.output<typeof configSchema>;

/**
 * The share of the fields of the expected state that the state in the answer has right, in 0..1. The answer is JSON, or has it in a
 * code fence. Objects are compared field by field at every depth, lists as a whole.
 */
export const finalState: InlineKind<FinalStateConfig> = {
  kind: "final-state",
  execution: "inline",
  family: "agents",
  label: "Final state",
  explanation: "Passes when the work ended with everything as it should be, whatever the way there.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: { source: "expected", expectedPath: "", answerPath: "", ignoredFields: [], extraFields: "allow" },
  compile(config) {
    const comparison = {
      defaultRule: "exact" as const,
      fields: config.ignoredFields.map((path) => ({ path, rule: "ignore" as const })),
      absoluteTolerance: 0,
      relativeTolerance: 0,
      missingIsNull: true,
      extraFields: config.extraFields,
    };
    return (input) => {
      const wanted = expectedState(config, input);
      if (typeof wanted === "string") return unscored(wanted);
      if (wanted === null) return noExpectedValue;
      const reading = jsonFromText(input.output, { allowFence: true });
      if (reading.status === "not-json") return scored(0, `The answer states no state. ${reading.reason}`);
      if (isTooDeep(reading.value) || isTooDeep(wanted))
        return unscored("The JSON is nested too deeply to compare.");
      const actual = at(reading.value, config.answerPath);
      if (!isPlainObject(actual))
        return scored(0, `The answer's JSON has no object ${placeName(config.answerPath)}.`);
      const verdicts = compareFields(wanted, actual, comparison);
      const counted = verdicts.filter((verdict) => verdict.rule !== "ignore");
      const wrong = counted.filter((verdict) => !verdict.matched);
      if (counted.length === 0) return unscored("No field of the expected state is left to compare.");
      const [first] = wrong;
      const reason =
        first === undefined
          ? `All ${counted.length} fields of the final state are right.`
          : `${counted.length - wrong.length} of ${counted.length} fields of the final state are right. “${first.path.slice(0, 80)}” ${first.note}.`;
      return scored((counted.length - wrong.length) / counted.length, reason, {
        fields: verdicts
          .slice(0, SHOWN_FIELDS)
          .map(({ path, rule, matched, note }) => ({ path, rule, matched, note })),
        notShown: Math.max(0, verdicts.length - SHOWN_FIELDS),
      });
    };
  },
};

/** The expected state, null when the case has no expected value, or the reason why there is none. */
function expectedState(
  { source, expectedPath }: FinalStateConfig,
  { expected, metadata }: GradeInput,
): Record<string, unknown> | string | null {
  if (source === "expected" && (expected === undefined || expected === null)) return null;
  const whole = source === "expected" ? parsed(expected) : metadata;
  const state = at(whole, expectedPath);
  if (isPlainObject(state)) return state;
  const where = source === "expected" ? "The expected value" : "The metadata of this case";
  return `${where} has no object ${placeName(expectedPath)} that could be the expected state.`;
}

function parsed(expected: unknown): unknown {
  if (typeof expected !== "string") return expected;
  const reading = jsonFromText(expected, { allowFence: false });
  return reading.status === "json" ? reading.value : expected;
}

function at(value: unknown, path: string): unknown {
  if (path === "") return value;
  const found = lookUpField(value, path.split("."));
  return found.found ? found.value : undefined;
}

function placeName(path: string): string {
  return path === "" ? "at its top" : `at ${quote(path)}`;
}
