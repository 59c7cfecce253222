import type { SqlTable, SqlValue } from "../../../kinds/programs/sql/sql-table.ts";
import type { ShownTable } from "../../requests/sql-request.ts";

const MAX_ROWS = 50;
const MAX_COLUMNS = 40;
const MAX_CELL_CHARS = 200;
/** Of one table: two of them are stored with each grade. */
const MAX_CHARS = 20_000;

/** The first rows of a result as texts. */
export function shownTable({ columns, rows }: SqlTable): ShownTable {
  const width = columns?.length ?? rows[0]?.length ?? 0;
  const names = columns ?? Array.from({ length: width }, (_, index) => `column ${index + 1}`);
  const shown: (string | null)[][] = [];
  let chars = 0;
  for (const row of rows.slice(0, MAX_ROWS)) {
    const cells = row.slice(0, MAX_COLUMNS).map(shownCell);
    chars += cells.reduce((sum, cell) => sum + (cell?.length ?? 4), 0);
    if (chars > MAX_CHARS && shown.length > 0) break;
    shown.push(cells);
  }
  return {
    columns: names.slice(0, MAX_COLUMNS).map((name) => name.slice(0, MAX_CELL_CHARS)),
    rows: shown,
    totalRows: rows.length,
    totalColumns: width,
  };
}

function shownCell(value: SqlValue): string | null {
  if (value === null) return null;
  const text = String(value);
  return text.length <= MAX_CELL_CHARS ? text : `${text.slice(0, MAX_CELL_CHARS - 1)}…`;
}
