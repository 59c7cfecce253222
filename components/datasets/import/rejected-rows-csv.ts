import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import type { RejectedRow } from "#lib/formats/tabular-row.ts";

export function rejectedRowsCsv(rows: readonly RejectedRow[]): string {
  const lines = rows.map((row) => csvLine([row.line, row.reason, row.excerpt]));
  // Without the mark, Excel reads UTF-8 as the machine's own encoding.
  return `\uFEFF${csvLine(["line", "reason", "excerpt"])}${lines.join("")}`;
}
