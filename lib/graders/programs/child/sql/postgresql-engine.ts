import { PGlite } from "@electric-sql/pglite";
import type { SqlValue } from "../../../kinds/programs/sql/sql-table.ts";
import { sqlTokens } from "../../../kinds/programs/sql/sql-tokens.ts";
import type { SyntaxVerdict } from "../../requests/syntax-request.ts";
import type { Program } from "../program.ts";
import { placeOf } from "../syntax/place-of.ts";
import { type QueryEngine, tooManyRows } from "./query-engine.ts";
import { sqlProgram } from "./sql-program.ts";

const SYNTAX_ERROR = "42601";
const asText = (value: string) => value;
/** Types whose text is kept, by their number in pg_type: bytea, int8, json, jsonb, date, time, timestamp, timestamptz, timetz, numeric. */
const textTypes = [17, 20, 114, 3802, 1082, 1083, 1114, 1184, 1266, 1700];
const parsers = Object.fromEntries(textTypes.map((type) => [type, asText]));
const wholeTypes: ReadonlySet<number> = new Set([20]);
const decimalType = 1700;

export async function openPostgresqlProgram(): Promise<Program> {
  const database = await PGlite.create();
  await database.exec("create role touchstone_reader; grant pg_read_all_data to touchstone_reader");
  return sqlProgram(createPostgresqlEngine(database));
}

/**
 * PostgreSQL compiled to WebAssembly. The fixture is loaded into a transaction that stays open and is never committed. Each query is
 * the query of a cursor, so that the parser itself takes nothing but a SELECT, and runs read-only, as a role that may only read, behind
 * a savepoint.
 */
function createPostgresqlEngine(database: PGlite): QueryEngine {
  let loaded: { fixture: string; transaction: string } | null = null;
  let spent = false;

  async function transactionId(): Promise<string> {
    const { rows } = await database.query<{ id: string }>("select pg_current_xact_id()::text as id");
    return rows[0]?.id ?? "";
  }

  async function load(fixture: string): Promise<string | null> {
    if (loaded?.fixture === fixture) return null;
    loaded = null;
    await database.exec("rollback");
    await database.exec("begin");
    try {
      const transaction = await transactionId();
      await database.exec(fixture);
      if ((await transactionId()) !== transaction) {
        spent = true;
        return "cannot be loaded: it ends the transaction that it is loaded in. Take BEGIN, COMMIT and ROLLBACK out of it.";
      }
      // A dump may end with an empty search path.
      await database.exec("set local search_path = public");
      loaded = { fixture, transaction };
      return null;
    } catch (error) {
      return `cannot be loaded: ${messageOf(error)}`;
    }
  }

  const engine: QueryEngine = {
    dialect: "postgresql",
    isSpent: () => spent,
    load,
    async query(sql, rowLimit) {
      if (sql.includes("\0")) return { type: "none", problem: "holds a NUL character, which no query may." };
      await database.exec(
        "savepoint before_query; set local role touchstone_reader; set transaction read only",
      );
      try {
        await database.query(`declare touchstone_rows no scroll cursor for ${withoutEnd(sql)}`);
        const { fields, rows } = await database.query<unknown[]>(
          `fetch ${rowLimit + 1} from touchstone_rows`,
          [],
          { rowMode: "array", parsers },
        );
        if (rows.length > rowLimit) return tooManyRows(rowLimit);
        const types = fields.map(({ dataTypeID }) => dataTypeID);
        return {
          type: "table",
          table: {
            columns: fields.map(({ name }) => name),
            rows: rows.map((row) => row.map((value, index) => toSqlValue(value, types[index] ?? 0))),
          },
        };
      } catch (error) {
        return { type: "none", problem: problemOf(error, sql) };
      } finally {
        await database.exec("rollback to savepoint before_query");
      }
    },
    parse: async (sql) =>
      parse(database, sql, () => {
        loaded = null;
      }),
  };
  return engine;
}

/** Within a failed transaction, PostgreSQL parses everything it is sent and runs nothing of it. */
async function parse(database: PGlite, sql: string, forget: () => void): Promise<SyntaxVerdict> {
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
    if (code !== SYNTAX_ERROR) return { type: "valid" };
    // Positions count characters, as code points.
    const offset =
      Array.from(before + sql)
        .slice(0, Number(position ?? 1) - 1)
        .join("").length - before.length;
    const at = position === null ? { line: null, column: null } : placeOf(sql, offset);
    return { type: "invalid", ...at, message };
  }
}

/** A semicolon at the end, and what follows it, are no part of a cursor's query. More than one statement stays as it is, and is refused. */
function withoutEnd(sql: string): string {
  const tokens = sqlTokens(sql, "postgresql");
  const last = tokens.findLast(({ text }) => text !== ";");
  return last === undefined ? "" : sql.slice(0, last.end);
}

function problemOf(error: unknown, sql: string): string {
  const { code, message } = databaseError(error);
  const [first] = sqlTokens(sql, "postgresql");
  const reads = first === undefined || ["SELECT", "WITH", "VALUES", "TABLE", "("].includes(first.text);
  if (code === SYNTAX_ERROR && message.includes("multiple commands")) {
    return "holds more than one statement, and one query is compared.";
  }
  if (code === SYNTAX_ERROR && !reads && first.type === "word") {
    return `is refused: it begins with ${first.text.slice(0, 20)}, and queries may only read.`;
  }
  const changes = code === "0A000" && message.includes("data-modifying");
  if (code === "25006" || code === "42501" || changes) return `is refused: ${message}.`;
  return `cannot be run: ${message}.`;
}

function databaseError(error: unknown): { code: string | null; position: string | null; message: string } {
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

function messageOf(error: unknown): string {
  return `${databaseError(error).message.replace(/\.$/, "")}.`;
}

function toSqlValue(value: unknown, type: number): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") {
    if (wholeTypes.has(type)) return Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value);
    // Fifteen digits are what a number of JavaScript keeps; longer decimals are compared as texts.
    if (type === decimalType && value.replace(/\D/g, "").length <= 15) return Number(value);
    return value;
  }
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return value;
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === "bigint" ? String(item) : item));
}
