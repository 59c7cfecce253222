import type { JsonValue } from "../grader-kind.ts";

/** A text of at most `maxChars`, never cut through a surrogate pair. */
export function cutText(text: string, maxChars: number): string {
  return text.length <= maxChars ? text : `${text.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** The same for every text and key in a JSON value; numbers that JSON cannot write become null. */
export function cutTexts(value: JsonValue, maxChars: number): JsonValue {
  if (typeof value === "string") return cutText(value, maxChars);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => cutTexts(item, maxChars));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [cutText(key, maxChars), cutTexts(item, maxChars)]),
  );
}
