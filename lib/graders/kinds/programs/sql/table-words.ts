import { quote } from "../../../reading/quote.ts";
import type { RowDifference, TableComparison } from "./compare-tables.ts";

/** What differs, in a sentence or two: the columns, or the numbers of rows with the first missing and the first extra row. */
export function comparisonWords(comparison: TableComparison): string {
  switch (comparison.type) {
    case "equal":
      return `The answer's query gives the expected ${rowsWord(comparison.rows)}.`;
    case "columns":
      return comparison.differ === "count"
        ? `The answer's query gives ${columnsWord(comparison.actual)}, where ${columnsWord(comparison.expected)} ${comparison.expected.length === 1 ? "was" : "were"} expected.`
        : `The columns are named ${namesOf(comparison.actual)}, where ${namesOf(comparison.expected)} were expected.`;
    case "rows": {
      const { matched, expectedRows, actualRows, missing, extra } = comparison;
      const share = `${count(matched)} of ${count(expectedRows)} expected ${expectedRows === 1 ? "row is" : "rows are"} there, and the answer's query gives ${rowsWord(actualRows)}.`;
      return [share, differenceWords("expected and missing", missing), differenceWords("not expected", extra)]
        .filter((part) => part !== null)
        .join(" ");
    }
  }
}

/** 2PR/(P+R) of rows; two empty results are the same. */
export function rowF1(comparison: TableComparison): number {
  if (comparison.type === "equal") return 1;
  if (comparison.type === "columns") return 0;
  const { matched, expectedRows, actualRows } = comparison;
  return expectedRows + actualRows === 0 ? 1 : (2 * matched) / (expectedRows + actualRows);
}

function differenceWords(what: string, difference: RowDifference | null): string | null {
  if (difference === null) return null;
  const cells = difference.cells.map((cell) => cell ?? "NULL").join(", ");
  return `First row ${what}: ${quote(`(${cells})`, 160)}, row ${count(difference.number)}.`;
}

function columnsWord(names: readonly string[]): string {
  return `${count(names.length)} ${names.length === 1 ? "column" : "columns"} (${namesOf(names)})`;
}

function namesOf(names: readonly string[]): string {
  return quote(names.join(", "), 120);
}

function rowsWord(rows: number): string {
  return `${count(rows)} ${rows === 1 ? "row" : "rows"}`;
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}
