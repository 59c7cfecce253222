import { isPlainObject } from "../json/leaf-fields.ts";

export type Source = { id: string | null; text: string };

const MAX_SOURCES = 1_000;
const ID_KEYS = ["id", "key", "name", "url", "title"];
const TEXT_KEYS = ["text", "content", "passage", "snippet", "body"];

/** The sources of a case: a list of texts, or of objects with an id and a text; null when the value is nothing of the kind. */
export function readSources(value: unknown): Source[] | null {
  if (!Array.isArray(value) || value.length > MAX_SOURCES) return null;
  const sources = value.map(sourceOf);
  return sources.includes(null) ? null : sources.filter((source) => source !== null);
}

function sourceOf(value: unknown): Source | null {
  if (typeof value === "string") return { id: null, text: value };
  if (!isPlainObject(value)) return null;
  const id = firstText(value, ID_KEYS);
  const text = firstText(value, TEXT_KEYS);
  return id === null && text === null ? null : { id, text: text ?? "" };
}

function firstText(object: Record<string, unknown>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(object, key) ? object[key] : undefined;
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}
