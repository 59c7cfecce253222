import { sqlTokens } from "../../../kinds/programs/sql/sql-tokens.ts";

/** SQLSTATEs, see https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const SYNTAX_ERROR = "42601";
const READ_ONLY_TRANSACTION = "25006";
const INSUFFICIENT_PRIVILEGE = "42501";
const NOT_SUPPORTED = "0A000";

/** Half a sentence for a query that gave no result. */
export function problemOf(error: unknown, sql: string): string {
  const { code, message } = databaseError(error);
  const [first] = sqlTokens(sql, "postgresql");
  const reads = first === undefined || ["SELECT", "WITH", "VALUES", "TABLE", "("].includes(first.text);
  if (code === SYNTAX_ERROR && message.includes("multiple commands")) {
    return "holds more than one statement, and one query is compared.";
  }
  if (code === SYNTAX_ERROR && !reads && first.type === "word") {
    return `is refused: it begins with ${first.text.slice(0, 20)}, and queries may only read.`;
  }
  const changes = code === NOT_SUPPORTED && message.includes("data-modifying");
  if (code === READ_ONLY_TRANSACTION || code === INSUFFICIENT_PRIVILEGE || changes)
    return `is refused: ${message}.`;
  return `cannot be run: ${message}.`;
}

/** SQLSTATE, position in code points from 1, and message of an error of PGlite. */
export function databaseError(error: unknown): {
  code: string | null;
  position: string | null;
  message: string;
} {
  const read = (key: string): string | null => {
    const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, key) : null;
    return value === null || value === undefined ? null : String(value);
  };
  return {
    code: read("code"),
    position: read("position"),
    message: (read("message") ?? "unknown error").slice(0, 300),
  };
}

export function messageOf(error: unknown): string {
  return `${databaseError(error).message.replace(/\.$/, "")}.`;
}
