import { checkJsonValue } from "./check-json-value.ts";
import { excerpt } from "./excerpt.ts";

export type ColumnType = "text" | "json" | "number" | "boolean" | "empty";
export type CoercedValue = { ok: true; value: unknown } | { ok: false; reason: string };

/** JSON's own number grammar: "007", "+1" and "1." are identifiers or text, and stay as they are. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const maxNumberChars = 40;
/** An integer with more digits would silently change its last ones: order numbers, card numbers. */
const maxExactDigits = 15;

/** A cell that holds a JSON object or array becomes that value; every other cell stays the string it is. */
export function detectValue(cell: string): unknown {
  const parsed = parseJsonContainer(cell);
  return parsed === null ? cell : parsed;
}

/** The one type that fits every sample that is not empty; "text" where none does, "empty" where all samples are. */
export function detectColumnType(samples: readonly unknown[]): ColumnType {
  const filled = samples.filter((sample) => !isEmpty(sample));
  if (filled.length === 0) return "empty";
  for (const type of ["json", "number", "boolean"] as const) {
    if (filled.every((sample) => coerceValue(sample, type).ok)) return type;
  }
  return "text";
}

/** The value as the column's type. Empty cells become null, except in a text column. */
export function coerceValue(value: unknown, type: ColumnType): CoercedValue {
  if (type === "text") return { ok: true, value: asText(value) };
  if (isEmpty(value)) return { ok: true, value: null };
  switch (type) {
    case "empty":
      return { ok: true, value };
    case "json":
      return coerceJson(value);
    case "number":
      return coerceNumber(value);
    case "boolean":
      return coerceBoolean(value);
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

function asText(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function coerceJson(value: unknown): CoercedValue {
  if (typeof value === "object" && value !== null) return { ok: true, value };
  const parsed = typeof value === "string" ? parseJsonContainer(value) : null;
  return parsed === null ? refused(value, "a JSON object or array") : { ok: true, value: parsed };
}

function coerceNumber(value: unknown): CoercedValue {
  if (typeof value === "number")
    return Number.isFinite(value) ? { ok: true, value } : refused(value, "a number");
  const text = typeof value === "string" ? value.trim() : "";
  if (text.length > maxNumberChars || !plainNumber.test(text)) return refused(value, "a number");
  const number = Number(text);
  const mantissa = text.replace(/[eE].*$/, "").replace(/[-.]/g, "");
  if (!Number.isFinite(number) || mantissa.length > maxExactDigits) {
    return refused(value, `a number of at most ${maxExactDigits} digits`);
  }
  return { ok: true, value: number };
}

function coerceBoolean(value: unknown): CoercedValue {
  if (typeof value === "boolean") return { ok: true, value };
  const text = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (text === "true") return { ok: true, value: true };
  if (text === "false") return { ok: true, value: false };
  return refused(value, "true or false");
}

function parseJsonContainer(cell: string): object | null {
  const text = cell.trim();
  const looksLikeJson =
    (text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]"));
  if (!looksLikeJson) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && checkJsonValue(parsed) === null ? parsed : null;
  } catch {
    return null;
  }
}

function refused(value: unknown, expected: string): CoercedValue {
  return { ok: false, reason: `"${excerpt(asText(value) ?? "")}" is not ${expected}.` };
}
