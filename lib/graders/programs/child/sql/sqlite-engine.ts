import { constants, DatabaseSync, type StatementSync } from "node:sqlite";
import type { SqlValue } from "../../../kinds/programs/sql/sql-table.ts";
import { sqlTokens } from "../../../kinds/programs/sql/sql-tokens.ts";
import type { Program } from "../program.ts";
import { type QueryEngine, type QueryResult, tooManyRows } from "./query-engine.ts";
import { sqlProgram } from "./sql-program.ts";
import { refusedAction } from "./sqlite-actions.ts";
import { parseSqlite } from "./sqlite-syntax.ts";

const dialect = "sqlite";

export async function openSqliteProgram(): Promise<Program> {
  return sqlProgram(createSqliteEngine());
}

/** The fixture is loaded once, and each query has a copy of its own, which it may read and nothing else. */
function createSqliteEngine(): QueryEngine {
  let loaded: { fixture: string; image: Uint8Array } | null = null;
  return {
    dialect,
    isSpent: () => false,
    parse: async (sql) => parseSqlite(sql),
    async load(fixture) {
      if (loaded?.fixture === fixture) return null;
      loaded = null;
      const database = openEmpty();
      try {
        // A file of the machine is no part of a fixture.
        database.setAuthorizer((action) =>
          action === constants.SQLITE_ATTACH ? constants.SQLITE_DENY : constants.SQLITE_OK,
        );
        database.exec(fixture);
        database.exec("create table if not exists touchstone_empty (cell); drop table touchstone_empty");
        loaded = { fixture, image: database.serialize() };
        return null;
      } catch (error) {
        return `cannot be loaded: ${messageOf(error)}`;
      } finally {
        database.close();
      }
    },
    async query(sql, rowLimit) {
      const database = openEmpty();
      try {
        if (loaded !== null) database.deserialize(loaded.image);
        return readRows(database, sql, rowLimit);
      } finally {
        database.close();
      }
    },
  };
}

function openEmpty(): DatabaseSync {
  return new DatabaseSync(":memory:", { allowExtension: false });
}

function readRows(database: DatabaseSync, sql: string, rowLimit: number): QueryResult {
  if (sql.includes("\0")) return { type: "none", problem: "holds a NUL character, which no query may." };
  let refused: string | null = null;
  database.setAuthorizer((action, first, second) => {
    const doing = refusedAction(action, first, second);
    refused ??= doing;
    return doing === null ? constants.SQLITE_OK : constants.SQLITE_DENY;
  });
  try {
    const statement = database.prepare(sql);
    const rest = sqlTokens(sql.slice(statement.sourceSQL.length), dialect);
    if (rest.some(({ text }) => text !== ";")) {
      return { type: "none", problem: "holds more than one statement, and one query is compared." };
    }
    return fetchRows(statement, rowLimit);
  } catch (error) {
    if (refused !== null)
      return { type: "none", problem: `is refused: it would ${refused}, and queries may only read.` };
    return { type: "none", problem: `cannot be run: ${messageOf(error)}` };
  }
}

function fetchRows(statement: StatementSync, rowLimit: number): QueryResult {
  statement.setReturnArrays(true);
  statement.setReadBigInts(true);
  const columns = statement.columns().map(({ name }) => name);
  const rows: SqlValue[][] = [];
  // With setReturnArrays each row is a list, which the types do not say.
  for (const row of statement.iterate() as Iterable<unknown>) {
    if (rows.length === rowLimit) return tooManyRows(rowLimit);
    rows.push(Array.isArray(row) ? row.map(toSqlValue) : []);
  }
  return { type: "table", table: { columns, rows } };
}

function toSqlValue(value: unknown): SqlValue {
  if (value instanceof Uint8Array) return `x'${Buffer.from(value.subarray(0, 1_000)).toString("hex")}'`;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  return typeof value === "number" || typeof value === "string" ? value : null;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.slice(0, 300).replace(/\.$/, "")}.`;
}
