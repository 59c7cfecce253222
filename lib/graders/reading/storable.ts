import type { JsonValue } from "../grader-kind.ts";

/** PostgreSQL stores neither NUL nor half a surrogate pair, and both reach reasons and details from hostile answers. */
export function storableText(text: string, maxChars: number): string {
  const cut = text.length <= maxChars ? text : `${text.slice(0, maxChars - 1)}…`;
  return cut.includes("\0") || !cut.isWellFormed() ? cut.replaceAll("\0", "\uFFFD").toWellFormed() : cut;
}

/** The same for every text and key in a JSON value; numbers that JSON cannot write become null. */
export function storableJson(value: JsonValue, maxChars: number): JsonValue {
  if (typeof value === "string") return storableText(value, maxChars);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => storableJson(item, maxChars));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storableText(key, maxChars), storableJson(item, maxChars)]),
  );
}
