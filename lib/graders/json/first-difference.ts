import { quoteValue } from "../reading/quote.ts";
import { isPlainObject } from "./leaf-fields.ts";

/** Where two JSON values first differ, as a sentence; null when they are equal. No deeper than `maxJsonDepth`. */
export function firstDifference(expected: unknown, actual: unknown, path = ""): string | null {
  if (Array.isArray(expected) && Array.isArray(actual)) return listDifference(expected, actual, path);
  if (isPlainObject(expected) && isPlainObject(actual)) return objectDifference(expected, actual, path);
  if (expected === actual) return null;
  return `${place(path)} is ${quoteValue(actual, 60)}; expected ${quoteValue(expected, 60)}.`;
}

function listDifference(
  expected: readonly unknown[],
  actual: readonly unknown[],
  path: string,
): string | null {
  for (const [index, value] of expected.slice(0, actual.length).entries()) {
    const difference = firstDifference(value, actual[index], `${path}[${index}]`);
    if (difference !== null) return difference;
  }
  if (expected.length === actual.length) return null;
  return `${place(path)} has ${actual.length} items; expected ${expected.length}.`;
}

function objectDifference(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  path: string,
): string | null {
  for (const [key, value] of Object.entries(expected)) {
    const inner = path === "" ? key : `${path}.${key}`;
    if (!Object.hasOwn(actual, key)) return `${place(inner)} is missing; expected ${quoteValue(value, 60)}.`;
    const difference = firstDifference(value, own(actual, key), inner);
    if (difference !== null) return difference;
  }
  const extra = Object.keys(actual).find((key) => !Object.hasOwn(expected, key));
  if (extra === undefined) return null;
  const inner = path === "" ? extra : `${path}.${extra}`;
  return `${place(inner)} was not expected; it is ${quoteValue(own(actual, extra), 60)}.`;
}

function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

function place(path: string): string {
  if (path === "") return "The answer's JSON";
  return `“${path.length <= 80 ? path : `${path.slice(0, 80)}…`}”`;
}
