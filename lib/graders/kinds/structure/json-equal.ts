import { z } from "zod";
import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { firstDifference } from "../../json/first-difference.ts";
import { isTooDeep } from "../../json/json-depth.ts";
import { jsonFromText } from "../../json/json-from-text.ts";

const configSchema = z.strictObject({ allowFence: z.boolean() });
export type JsonEqualConfig = z.output<typeof configSchema>;

/**
 * 1 when the answer's JSON equals the expected value at every depth, else 0: the order of keys does not matter, the order of lists
 * does. An expected text that is JSON stands for its value, and any other text for itself.
 */
export const jsonEqual: InlineKind<JsonEqualConfig> = {
  kind: "json-equal",
  execution: "inline",
  family: "structure",
  label: "Equal JSON",
  explanation: "Passes when the answer is the expected JSON, whatever the order of its fields.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: true,
  configSchema,
  defaults: { allowFence: true },
  compile(config) {
    return ({ expected, output }) => {
      if (expected === undefined || expected === null) return noExpectedValue;
      const reading = jsonFromText(output, config);
      if (reading.status === "not-json") return scored(0, reading.reason);
      const wanted = expectedJson(expected);
      if (isTooDeep(reading.value) || isTooDeep(wanted))
        return unscored("The JSON is nested too deeply to compare.");
      const difference = firstDifference(wanted, reading.value);
      return difference === null
        ? scored(1, "The answer is the expected JSON.")
        : scored(0, `The answer is not the expected JSON. ${difference}`);
    };
  },
};

function expectedJson(expected: unknown): unknown {
  if (typeof expected !== "string") return expected;
  const reading = jsonFromText(expected, { allowFence: false });
  return reading.status === "json" ? reading.value : expected;
}
