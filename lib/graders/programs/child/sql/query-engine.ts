import type { SqlTable } from "../../../kinds/programs/sql/sql-table.ts";
import type { SqlDialect } from "../../../kinds/programs/sql/sql-tokens.ts";
import type { SyntaxVerdict } from "../../requests/syntax-request.ts";

export type QueryResult =
  | { type: "table"; table: SqlTable & { columns: string[] } }
  /** Half a sentence: “cannot be run: no such table: t”. */
  | { type: "none"; problem: string };

/** One dialect. Every query runs on the tables of the fixture as they were, and can change nothing. */
export type QueryEngine = {
  dialect: SqlDialect;
  /** Null when the tables are there, else what the database said. */
  load(fixture: string): Promise<string | null>;
  query(sql: string, rowLimit: number): Promise<QueryResult>;
  /** Whether the database can read every statement of the text; nothing is run, and no table has to exist. */
  parse(sql: string): Promise<SyntaxVerdict>;
  /** The process is in doubt and may not serve another request. */
  isSpent(): boolean;
};

export function tooManyRows(rowLimit: number): QueryResult {
  return {
    type: "none",
    problem: `gives more than ${rowLimit.toLocaleString("en-GB")} rows, the limit of this grader.`,
  };
}
