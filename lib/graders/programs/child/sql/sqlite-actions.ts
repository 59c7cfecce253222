import { constants } from "node:sqlite";

/** What a statement would do beside reading, by the codes of sqlite3_set_authorizer (https://www.sqlite.org/c3ref/c_alter_table.html). */
const actions = new Map<number, string>([
  [constants.SQLITE_INSERT, "insert rows"],
  [constants.SQLITE_UPDATE, "change rows"],
  [constants.SQLITE_DELETE, "delete rows"],
  [constants.SQLITE_DROP_TABLE, "drop a table"],
  [constants.SQLITE_DROP_VIEW, "drop a view"],
  [constants.SQLITE_DROP_INDEX, "drop an index"],
  [constants.SQLITE_DROP_TRIGGER, "drop a trigger"],
  [constants.SQLITE_CREATE_TABLE, "create a table"],
  [constants.SQLITE_CREATE_TEMP_TABLE, "create a table"],
  [constants.SQLITE_CREATE_INDEX, "create an index"],
  [constants.SQLITE_CREATE_VIEW, "create a view"],
  [constants.SQLITE_CREATE_TRIGGER, "create a trigger"],
  [constants.SQLITE_ALTER_TABLE, "alter a table"],
  [constants.SQLITE_ATTACH, "attach another database"],
  [constants.SQLITE_DETACH, "detach a database"],
  [constants.SQLITE_PRAGMA, "use a PRAGMA"],
  [constants.SQLITE_TRANSACTION, "begin or end a transaction"],
  [constants.SQLITE_SAVEPOINT, "set a savepoint"],
]);
const allowed: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_RECURSIVE,
]);

/** Null for what only reads, else the words for “it would …”. Before a DROP, SQLite asks whether it may delete from its own table of tables. */
export function refusedAction(action: number, first: string | null, second: string | null): string | null {
  if (allowed.has(action)) return null;
  if (action === constants.SQLITE_FUNCTION) {
    return second?.toLowerCase() === "load_extension" ? "load an extension" : null;
  }
  if (first?.startsWith("sqlite_")) {
    if (action === constants.SQLITE_DELETE) return "drop a table, a view or an index";
    return "change what tables there are";
  }
  return actions.get(action) ?? "do more than read";
}
