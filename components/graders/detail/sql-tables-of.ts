/** Null in a cell is the null of SQL. */
export type ResultTable = {
  columns: readonly string[];
  rows: readonly (readonly (string | null)[])[];
  totalRows: number;
  totalColumns: number;
};
export type SqlTablesDetail = { expected: ResultTable; actual: ResultTable | null };

/** The two results that the detail of a grade by SQL holds, or null when it is another kind of detail. */
export function sqlTablesOf(detail: unknown): SqlTablesDetail | null {
  const tables = field(detail, "tables");
  const expected = tableOf(field(tables, "expected"));
  return expected === null ? null : { expected, actual: tableOf(field(tables, "actual")) };
}

/** Which rows of a result the other one does not have as often; empty when not every row is there to look at. */
export function rowsOnlyHere(table: ResultTable, other: ResultTable | null): ReadonlySet<number> {
  if (other === null || !isWhole(table) || !isWhole(other)) return new Set();
  const left = new Map<string, number>();
  for (const row of other.rows) {
    const key = JSON.stringify(row);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const only = new Set<number>();
  for (const [index, row] of table.rows.entries()) {
    const key = JSON.stringify(row);
    const times = left.get(key) ?? 0;
    if (times === 0) only.add(index);
    else left.set(key, times - 1);
  }
  return only;
}

function isWhole(table: ResultTable): boolean {
  return table.rows.length === table.totalRows && table.columns.length === table.totalColumns;
}

function tableOf(value: unknown): ResultTable | null {
  const columns = field(value, "columns");
  const rows = field(value, "rows");
  const totalRows = field(value, "totalRows");
  const totalColumns = field(value, "totalColumns");
  if (typeof totalRows !== "number" || typeof totalColumns !== "number") return null;
  if (!Array.isArray(columns) || !columns.every((name) => typeof name === "string")) return null;
  if (!Array.isArray(rows) || !rows.every(isRow)) return null;
  return { columns, rows, totalRows, totalColumns };
}

function isRow(value: unknown): value is (string | null)[] {
  return Array.isArray(value) && value.every((cell) => cell === null || typeof cell === "string");
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
