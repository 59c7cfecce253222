import type { GradeInput } from "../grader-kind.ts";
import { isPlainObject } from "../json/leaf-fields.ts";

/** Any JSON value as a judge reads it: text as it is, anything else as JSON. */
export function plainText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** The value at a dotted path that begins with input, expected or metadata; undefined when there is none. */
export function fieldAt({ input, expected, metadata }: GradeInput, path: string): unknown {
  const [root = "", ...keys] = path.split(".");
  let value: unknown =
    root === "input" ? input : root === "expected" ? expected : root === "metadata" ? metadata : undefined;
  for (const key of keys) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
