import { z } from "zod";
import { scored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { jsonFromText } from "../../json/json-from-text.ts";

const configSchema = z.strictObject({
  allowFence: z.boolean(),
  shape: z.enum(["any", "object", "list"]),
});
export type JsonValidityConfig = z.output<typeof configSchema>;

/** 1 when the answer is JSON (RFC 8259) of the wanted shape, else 0. */
export const jsonValidity: InlineKind<JsonValidityConfig> = {
  kind: "json-validity",
  execution: "inline",
  family: "structure",
  label: "Valid JSON",
  explanation: "Passes when the answer is JSON that a program can read, whatever it says.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { allowFence: false, shape: "object" },
  compile(config) {
    return ({ output }) => {
      const reading = jsonFromText(output, config);
      if (reading.status === "not-json") return scored(0, reading.reason);
      const shape = shapeOf(reading.value);
      if (config.shape !== "any" && shape !== config.shape) {
        return scored(
          0,
          `The answer is valid JSON, but ${named[shape]}, and ${named[config.shape]} was asked for.`,
        );
      }
      return scored(1, `The answer is valid JSON: ${named[shape]}.`);
    };
  },
};

const named = { object: "an object", list: "a list", value: "a single value" };

function shapeOf(value: unknown): keyof typeof named {
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && value !== null ? "object" : "value";
}
