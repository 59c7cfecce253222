import { DatabaseSync } from "node:sqlite";
import { type SqlToken, sqlTokens } from "../../../kinds/programs/sql/sql-tokens.ts";
import type { SyntaxVerdict } from "../../requests/syntax-request.ts";
import { placeOf } from "../syntax/place-of.ts";

/** What SQLite says of a text that it cannot parse. Other errors (no such table) come from a statement that it did parse. */
const syntaxError = /syntax error|unrecognized token|incomplete input/;
const incomplete = /incomplete input/;

/** Each statement of the text is parsed by SQLite itself, on an empty database. */
export function parseSqlite(sql: string): SyntaxVerdict {
  if (sql.includes("\0"))
    return { type: "invalid", ...placeOf(sql, sql.indexOf("\0")), message: "a NUL character" };
  const statements = splitStatements(sqlTokens(sql, "sqlite"));
  if (statements.length === 0)
    return { type: "invalid", line: null, column: null, message: "there is no statement" };
  const database = new DatabaseSync(":memory:", { allowExtension: false });
  try {
    for (const tokens of statements) {
      const problem = problemOf(database, sql, tokens, tokens.length);
      if (problem === null) continue;
      const token = tokens[firstBadToken(database, sql, tokens)];
      const offset =
        incomplete.test(problem) || token === undefined ? (tokens.at(-1)?.end ?? 0) : token.start;
      return { type: "invalid", ...placeOf(sql, offset), message: problem };
    }
    return { type: "valid" };
  } finally {
    database.close();
  }
}

/** The parser stops at the first token that nothing valid can begin with; every shorter start of the statement is only incomplete. */
function firstBadToken(database: DatabaseSync, sql: string, tokens: readonly SqlToken[]): number {
  let good = 0;
  let bad = tokens.length;
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2);
    const problem = problemOf(database, sql, tokens, middle + 1);
    if (problem === null || incomplete.test(problem)) good = middle + 1;
    else bad = middle;
  }
  return good;
}

/** What SQLite says of the first tokens of a statement; null when it could parse them. */
function problemOf(
  database: DatabaseSync,
  sql: string,
  tokens: readonly SqlToken[],
  count: number,
): string | null {
  const text = sql.slice(tokens[0]?.start ?? 0, tokens[count - 1]?.end ?? 0);
  try {
    database.prepare(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return syntaxError.test(message) ? message : null;
  }
}

/** Parts between semicolons; the statements inside a trigger stay with it. */
function splitStatements(tokens: readonly SqlToken[]): SqlToken[][] {
  const statements: SqlToken[][] = [];
  let current: SqlToken[] = [];
  const isWithinTrigger = () => {
    const isTrigger =
      current.slice(0, 4).some(({ text }) => text === "TRIGGER") && current[0]?.text === "CREATE";
    return isTrigger && current.at(-1)?.text !== "END";
  };
  for (const token of tokens) {
    if (token.text !== ";" || isWithinTrigger()) current.push(token);
    else if (current.length > 0) {
      statements.push(current);
      current = [];
    }
  }
  if (current.length > 0) statements.push(current);
  return statements;
}
