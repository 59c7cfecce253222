import { PGlite } from "@electric-sql/pglite";
import type { SqlValue } from "../../../kinds/programs/sql/sql-table.ts";
import { sqlTokens } from "../../../kinds/programs/sql/sql-tokens.ts";
import type { Program } from "../program.ts";
import { messageOf, problemOf } from "./postgresql-errors.ts";
import { parsePostgresql } from "./postgresql-syntax.ts";
import { type QueryEngine, tooManyRows } from "./query-engine.ts";
import { sqlProgram } from "./sql-program.ts";

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
      // A dump takes the search path away; a fixture may also set one of its own.
      const { rows } = await database.query<{ path: string }>(
        "select current_setting('search_path') as path",
      );
      if (rows[0]?.path === "") await database.exec("set local search_path = public");
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
      parsePostgresql(database, sql, () => {
        loaded = null;
      }),
  };
  return engine;
}

/** A semicolon at the end, and what follows it, are no part of a cursor's query. More than one statement stays as it is, and is refused. */
function withoutEnd(sql: string): string {
  const tokens = sqlTokens(sql, "postgresql");
  const last = tokens.findLast(({ text }) => text !== ";");
  return last === undefined ? "" : sql.slice(0, last.end);
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
