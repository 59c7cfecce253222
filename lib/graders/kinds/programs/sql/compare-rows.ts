import { withinTolerance } from "../../../reading/within-tolerance.ts";
import type { SqlRules, SqlValue } from "./sql-table.ts";

type Tolerances = Pick<SqlRules, "absoluteTolerance" | "relativeTolerance">;

/** Equal texts for rows that are the same: 1, 1.0 and true are one number, null equals null, and a text never equals a number. */
export function rowKey(row: readonly SqlValue[]): string {
  return JSON.stringify(row.map((value) => (typeof value === "string" ? `'${value}` : valueKey(value))));
}

/** Equal texts for rows that differ in nothing but their numbers. */
export function shapeKey(row: readonly SqlValue[]): string {
  return JSON.stringify(row.map((value) => (numberOf(value) === null ? (value ?? null) : 0)));
}

/** True when every cell is the same, or two numbers are within the tolerances. */
export function rowsMatch(
  expected: readonly SqlValue[],
  actual: readonly SqlValue[],
  rules: Tolerances,
): boolean {
  return (
    expected.length === actual.length &&
    expected.every((value, index) => cellsMatch(value, actual[index] ?? null, rules))
  );
}

function cellsMatch(expected: SqlValue, actual: SqlValue, rules: Tolerances): boolean {
  if (typeof expected === "string" || typeof actual === "string") return expected === actual;
  if (valueKey(expected) === valueKey(actual)) return true;
  const wanted = numberOf(expected);
  const given = numberOf(actual);
  if (wanted === null || given === null || !Number.isFinite(wanted) || !Number.isFinite(given)) return false;
  // Whole numbers that differ are different numbers, unless a tolerance was asked for.
  const hasTolerance = rules.absoluteTolerance > 0 || rules.relativeTolerance > 0;
  if (!hasTolerance && (typeof expected === "bigint" || typeof actual === "bigint")) return false;
  return withinTolerance(given, wanted, rules);
}

/** A number for what counts as one: numbers, whole numbers of any size, and true and false as 1 and 0. */
export function numberOf(value: SqlValue): number | null {
  if (typeof value === "string" || value === null) return null;
  return Number(value);
}

function valueKey(value: Exclude<SqlValue, string>): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return value ? "1" : "0";
  return Object.is(value, -0) ? "0" : String(value);
}
