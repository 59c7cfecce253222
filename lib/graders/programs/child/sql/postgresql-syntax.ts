import type { PGlite } from "@electric-sql/pglite";
import { sqlTokens } from "../../../kinds/programs/sql/sql-tokens.ts";
import type { SyntaxVerdict } from "../../requests/syntax-request.ts";
import { placeOf } from "../syntax/place-of.ts";
import { databaseError } from "./postgresql-errors.ts";

const IN_FAILED_TRANSACTION = "25P02";

/**
 * Within a failed transaction, PostgreSQL parses everything it is sent and runs nothing of it. `forget` is called before the transaction
 * with the fixture goes away.
 */
export async function parsePostgresql(
  database: PGlite,
  sql: string,
  forget: () => void,
): Promise<SyntaxVerdict> {
  if (sql.includes("\0"))
    return { type: "invalid", ...placeOf(sql, sql.indexOf("\0")), message: "a NUL character" };
  if (sqlTokens(sql, "postgresql").every(({ text }) => text === ";")) {
    return { type: "invalid", line: null, column: null, message: "there is no statement" };
  }
  forget();
  await database.exec("rollback");
  await database.exec("begin");
  await database.exec("select 1 / 0").catch(() => undefined);
  // The first statement fails, so that a ROLLBACK in the text is never reached.
  const before = "select 1;\n";
  try {
    await database.exec(before + sql);
    return { type: "undecided", reason: "PostgreSQL did not say whether it can read the text." };
  } catch (error) {
    const { code, position, message } = databaseError(error);
    if (code === IN_FAILED_TRANSACTION) return { type: "valid" };
    // Positions count characters, as code points.
    const offset =
      Array.from(before + sql)
        .slice(0, Number(position ?? 1) - 1)
        .join("").length - before.length;
    const at = position === null ? { line: null, column: null } : placeOf(sql, offset);
    return { type: "invalid", ...at, message };
  }
}
