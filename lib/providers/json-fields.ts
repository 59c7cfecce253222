/**
 * Tolerant reading of parsed JSON by hand. For what arrives a hundred thousand times a second: a zod schema takes ten times
 * as long for each piece of a stream.
 */

type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a list; null when it is none. */
export function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** The value as text; null when it is none. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The value as a whole number from 0; null when it is none. */
export function countOf(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The member of an object; undefined when there is no such object or member. */
export function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value that a text is JSON of; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
