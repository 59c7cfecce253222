import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { isTooDeep } from "../../json/json-depth.ts";
import { jsonFromText } from "../../json/json-from-text.ts";
import { compileJsonSchema, JsonSchemaError } from "../../json/json-schema-check.ts";

const MAX_SCHEMA_CHARS = 200_000;

const configSchema = z
  .strictObject({
    schema: z.record(z.string(), z.unknown(), "Enter a JSON Schema: a JSON object."),
    allowFence: z.boolean(),
  })
  .superRefine((config, context) => {
    const problem = schemaProblem(config.schema);
    if (problem !== null) context.addIssue({ code: "custom", path: ["schema"], message: problem });
  });
export type JsonSchemaConfig = z.output<typeof configSchema>;

/** 1 when the answer is JSON that the schema (draft 2020-12, or draft-07 when `$schema` says so) accepts, else 0. */
export const jsonSchema: InlineKind<JsonSchemaConfig> = {
  kind: "json-schema",
  execution: "inline",
  family: "structure",
  label: "JSON Schema",
  explanation: "Passes when the answer is JSON with the fields and types that your schema asks for.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { schema: { type: "object" }, allowFence: false },
  compile(config) {
    const check = compileJsonSchema(config.schema);
    return ({ output }) => {
      const reading = jsonFromText(output, config);
      if (reading.status === "not-json") return scored(0, reading.reason);
      if (isTooDeep(reading.value)) return unscored("The answer's JSON is nested too deeply to check.");
      const verdict = check(reading.value);
      if (verdict.status === "too-large") return unscored(verdict.reason);
      if (verdict.status === "accepted")
        return scored(1, "The answer's JSON has the form that the schema asks for.");
      return scored(0, verdict.reason, { path: verdict.path, message: verdict.message });
    };
  },
};

function schemaProblem(schema: Record<string, unknown>): string | null {
  if (isTooDeep(schema)) return "The schema is nested too deeply.";
  if (JSON.stringify(schema).length > MAX_SCHEMA_CHARS) return "A schema has at most 200,000 characters.";
  try {
    compileJsonSchema(schema);
    return null;
  } catch (error) {
    if (error instanceof JsonSchemaError) return error.message;
    throw error;
  }
}
