import { Ajv, type ErrorObject, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { quoteValue } from "../reading/quote.ts";
import { compileSafePattern, PatternError } from "../reading/safe-pattern.ts";
import { addStringFormats } from "./json-schema-formats.ts";

/** A schema that cannot be used, in words for whoever wrote it. */
export class JsonSchemaError extends Error {
  override readonly name = "JsonSchemaError";
}

export type SchemaVerdict =
  | { status: "accepted" }
  | { status: "refused"; reason: string; path: string; message: string }
  | { status: "too-large"; reason: string };

/** `uniqueItems` compares every item with every other: 5,000 items are 12.5 million comparisons, under a second. */
const MAX_UNIQUE_ITEMS = 5_000;

const options: Options = {
  strictSchema: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  logger: false,
  addUsedSchema: false,
  code: { regExp: Object.assign(schemaPattern, { code: "safePattern" }) },
};

/**
 * Compiles a JSON Schema once: draft 2020-12, or draft-07 when `$schema` names it. `pattern` runs in linear time (RE2 syntax), formats
 * are checked, references to other documents are refused. Throws `JsonSchemaError`.
 */
export function compileJsonSchema(schema: Record<string, unknown>): (value: unknown) => SchemaVerdict {
  const validate = compile(schema);
  const comparesItems = JSON.stringify(schema).includes('"uniqueItems"');
  return (value) => {
    if (comparesItems && hasLongList(value)) {
      const most = MAX_UNIQUE_ITEMS.toLocaleString("en-GB");
      return {
        status: "too-large",
        reason: `The answer has a list of more than ${most} items, too many for “uniqueItems”.`,
      };
    }
    if (validate(value) === true) return { status: "accepted" };
    return refusal(validate.errors?.[0], value);
  };
}

function compile(schema: Record<string, unknown>) {
  try {
    const isDraft07 = typeof schema.$schema === "string" && schema.$schema.includes("draft-07");
    const ajv = isDraft07 ? new Ajv(options) : new Ajv2020(options);
    addStringFormats(ajv);
    return ajv.compile(schema);
  } catch (error) {
    if (error instanceof PatternError) throw new JsonSchemaError(error.message);
    const message = error instanceof Error ? error.message : String(error);
    throw new JsonSchemaError(`The schema cannot be used: ${message.slice(0, 300)}.`);
  }
}

function schemaPattern(pattern: string) {
  const { test } = compileSafePattern(pattern, { ignoreCase: false, multiline: false, dotAll: false });
  // ajv keeps one pattern for each text that toString gives: without this, all patterns would be the first one.
  return { test, toString: () => pattern };
}

function hasLongList(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value) && value.length > MAX_UNIQUE_ITEMS) return true;
  return Object.values(value).some(hasLongList);
}

function refusal(error: ErrorObject | undefined, value: unknown): SchemaVerdict {
  const path = error?.instancePath ?? "";
  const message = `${error?.message ?? "does not fit the schema"}${allowedValues(error)}`;
  const where = path === "" ? "The answer's JSON" : `The field “${path.slice(1).replaceAll("/", ".")}”`;
  return {
    status: "refused",
    path,
    message,
    reason: `${where} ${message}; it is ${quoteValue(valueAt(value, path), 60)}.`,
  };
}

function allowedValues(error: ErrorObject | undefined): string {
  const allowed: unknown = error?.keyword === "enum" ? error.params.allowedValues : undefined;
  const unknown: unknown = error?.params.additionalProperty;
  if (typeof unknown === "string") return ` (“${unknown.slice(0, 60)}”)`;
  return allowed === undefined ? "" : ` (${quoteValue(allowed, 80)})`;
}

/** The value at a JSON Pointer (RFC 6901). */
function valueAt(value: unknown, pointer: string): unknown {
  let current = value;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof current !== "object" || current === null) return undefined;
    current = Object.getOwnPropertyDescriptor(current, key)?.value;
  }
  return current;
}
