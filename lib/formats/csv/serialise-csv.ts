const formulaStart = /^[=+\-@\t\r]/;
/** Beyond RFC 4180, semicolons and tabs are quoted too: spreadsheets of other locales split on them. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * One CSV record with its CRLF, quoted as in RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180). Null and undefined are
 * empty cells, objects and arrays are JSON. A text that a spreadsheet would run as a formula (first character = + - @
 * tab or carriage return) gets a leading apostrophe; a real number such as -5 stays a number.
 */
export function csvLine(cells: readonly unknown[]): string {
  const line = cells.map(csvCell).join(",");
  // A lone empty cell would be a blank line, which readers skip.
  return `${cells.length === 1 && line === "" ? '""' : line}\r\n`;
}

function csvCell(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = cellText(value);
  const defused = formulaStart.test(text) ? `'${text}` : text;
  return needsQuotes.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.toWellFormed();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (typeof value === "object") return JSON.stringify(value) ?? "";
  return typeof value === "boolean" || typeof value === "bigint" ? String(value) : "";
}
