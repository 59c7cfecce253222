import { isPlainObject } from "../../../json/leaf-fields.ts";
import type { ExpectedTable } from "../../../programs/requests/sql-request.ts";
import type { SqlCell } from "./sql-table.ts";

export type ExpectedReading =
  | { status: "table"; expected: ExpectedTable }
  | { status: "none" }
  | { status: "unreadable"; reason: string };

const shapes =
  "Expected values of this grader are a query, or rows: a list of lists, a list of objects, or an object with columns and rows.";

/**
 * What a case expects: a text is a query (or rows, when it is a list in JSON); an object may hold one at `sql` or `query`. Rows are lists
 * of cells or objects, whose names of the first row are the columns. A cell that is a list or an object is its JSON text.
 */
export function expectedTable(expected: unknown): ExpectedReading {
  if (expected === undefined || expected === null) return { status: "none" };
  if (typeof expected === "string") return fromText(expected);
  if (Array.isArray(expected)) return fromRows(expected, null);
  if (!isPlainObject(expected)) return { status: "unreadable", reason: shapes };
  const query = expected.sql ?? expected.query;
  if (typeof query === "string") return fromText(query);
  if (!Array.isArray(expected.rows)) return { status: "unreadable", reason: shapes };
  const columns = Array.isArray(expected.columns) ? expected.columns.map(String) : null;
  return fromRows(expected.rows, columns);
}

function fromText(text: string): ExpectedReading {
  if (text.trim() === "") return { status: "none" };
  if (!text.trimStart().startsWith("[")) return { status: "table", expected: { type: "query", sql: text } };
  try {
    const rows: unknown = JSON.parse(text);
    if (Array.isArray(rows)) return fromRows(rows, null);
  } catch {
    // A query that begins with a bracket is none that a database takes; it says so.
  }
  return { status: "table", expected: { type: "query", sql: text } };
}

function fromRows(given: readonly unknown[], named: string[] | null): ExpectedReading {
  const [first] = given;
  const columns = named ?? (isPlainObject(first) ? Object.keys(first) : null);
  const rows: SqlCell[][] = [];
  for (const [index, row] of given.entries()) {
    const cells = cellsOf(row, columns);
    if (cells === null)
      return { status: "unreadable", reason: `Row ${index + 1} of the expected value is no row. ${shapes}` };
    if (cells.length !== (columns?.length ?? rows[0]?.length ?? cells.length)) {
      return {
        status: "unreadable",
        reason: `Row ${index + 1} of the expected value has another number of cells than the others.`,
      };
    }
    rows.push(cells);
  }
  return { status: "table", expected: { type: "rows", columns, rows } };
}

function cellsOf(row: unknown, columns: readonly string[] | null): SqlCell[] | null {
  if (Array.isArray(row)) return row.map(cellOf);
  if (!isPlainObject(row) || columns === null) return null;
  const unknownNames = Object.keys(row).filter((name) => !columns.includes(name));
  return unknownNames.length > 0 ? null : columns.map((name) => cellOf(row[name]));
}

function cellOf(value: unknown): SqlCell {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return JSON.stringify(value) ?? null;
}
