import type { TableComparison } from "../../kinds/programs/sql/compare-tables.ts";
import type { SqlCell, SqlRules } from "../../kinds/programs/sql/sql-table.ts";
import type { SyntaxVerdict } from "./syntax-request.ts";

export type ExpectedTable =
  | { type: "query"; sql: string }
  /** `columns` is null when the rows were given without names. */
  | { type: "rows"; columns: string[] | null; rows: SqlCell[][] };

/** For the programs `sqlite` and `postgresql`. */
export type SqlRequest =
  | {
      task: "compare";
      /** Statements that make the tables and fill them. */
      fixture: string;
      expected: ExpectedTable;
      actual: string;
      rules: SqlRules;
      rowLimit: number;
    }
  | { task: "parse"; sql: string };

/** A result as it is shown: cut to its first rows and columns, cells as texts. Null is the null of SQL. */
export type ShownTable = {
  columns: string[];
  rows: (string | null)[][];
  totalRows: number;
  totalColumns: number;
};

export type SqlOutcome =
  /** The case itself cannot be used, whatever the answer is. */
  | { type: "broken-case"; problem: string }
  /** The answer's query gave no result. */
  | { type: "no-result"; problem: string; expected: ShownTable }
  | { type: "compared"; comparison: TableComparison; expected: ShownTable; actual: ShownTable };

export type ParseOutcome = { type: "parsed"; verdict: SyntaxVerdict };

/** What the programs say they are doing. */
export const sqlPhases = {
  fixture: "fixture",
  expected: "expected",
  actual: "actual",
  comparing: "comparing",
} as const;
