import { excerpt } from "../excerpt.ts";
import type { RowEvent } from "../tabular-row.ts";
import { type CsvRecord, CsvTokeniser } from "./csv-tokeniser.ts";
import { type CsvDelimiter, detectDelimiter } from "./detect-delimiter.ts";

type ParseCsvOptions = {
  /** "auto", the default, looks at the header line. */
  delimiter?: CsvDelimiter | "auto";
  /** Longest cell, in UTF-16 units. Default 1,000,000. */
  maxCellChars?: number;
};

const defaultMaxCellChars = 1_000_000;
const maxColumns = 4096;
const maxHeaderChars = 262_144;

/**
 * Rows of CSV text as in RFC 4180, with a header line; values are strings. Reads as it goes and holds one record. A record
 * that cannot be read is yielded as rejected, with the line it starts on, and reading goes on behind it; without a usable
 * header there is one rejection and nothing else. Blank lines are passed over. Never throws on content.
 *
 * The tokeniser is our own: csv-parse needs Node's Buffer, keeps an unclosed quote's text to the end of the file in
 * memory, and cannot go on after a broken record.
 */
export async function* parseCsv(
  chunks: AsyncIterable<string>,
  { delimiter = "auto", maxCellChars = defaultMaxCellChars }: ParseCsvOptions = {},
): AsyncGenerator<RowEvent> {
  let header: string[] | null = null;
  for await (const record of records(chunks, delimiter, maxCellChars)) {
    if (header === null) {
      const problem = headerProblem(record);
      if (problem !== null) {
        yield rejected(record, problem);
        return;
      }
      header = record.cells.map(columnName);
    } else {
      yield toRow(record, header);
    }
  }
  if (header === null) {
    const reason = "The file is empty. Its first line must name the columns.";
    yield { type: "rejected", rejected: { line: 1, reason, excerpt: "" } };
  }
}

async function* records(
  chunks: AsyncIterable<string>,
  delimiter: CsvDelimiter | "auto",
  maxCellChars: number,
): AsyncGenerator<CsvRecord> {
  let tokeniser: CsvTokeniser | null = null;
  let head = "";
  const start = (headerLine: string) =>
    new CsvTokeniser({
      delimiter: delimiter === "auto" ? detectDelimiter(headerLine) : delimiter,
      maxCellChars,
      maxCells: maxColumns,
    });
  for await (const chunk of withoutByteOrderMark(chunks)) {
    if (tokeniser !== null) {
      yield* tokeniser.push(chunk);
      continue;
    }
    head += chunk;
    const end = endOfHeader(head);
    if (end === -1 && head.length < maxHeaderChars) continue;
    tokeniser = start(end === -1 ? head : head.slice(0, end));
    yield* tokeniser.push(head);
    head = "";
  }
  if (tokeniser === null) {
    tokeniser = start(head);
    yield* tokeniser.push(head);
  }
  yield* tokeniser.finish();
}

async function* withoutByteOrderMark(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let isStart = true;
  for await (const chunk of chunks) {
    if (chunk === "") continue;
    yield isStart && chunk.startsWith("\uFEFF") ? chunk.slice(1) : chunk;
    isStart = false;
  }
}

/** Where the first line that is not blank ends, or -1. A line break inside quotes does not end it. */
function endOfHeader(head: string): number {
  let quoted = false;
  for (let at = head.search(/[^\r\n]/); at !== -1 && at < head.length; at += 1) {
    const character = head[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) return at;
  }
  return -1;
}

/** Exports of data frames leave the name of the index column empty. */
function columnName(cell: string, index: number): string {
  const name = cell.trim();
  return name === "" ? `column ${index + 1}` : name;
}

function headerProblem(record: CsvRecord): string | null {
  if (record.problem !== null) return `The header line cannot be read. ${record.problem}`;
  if (record.width > maxColumns)
    return `The header has ${record.width} columns; at most ${maxColumns} can be read.`;
  const seen = new Set<string>();
  for (const name of record.cells.map(columnName)) {
    if (name === "__proto__") return 'A column cannot be called "__proto__". Rename it.';
    if (seen.has(name)) return `The header names the column "${excerpt(name)}" twice. Rename one of them.`;
    seen.add(name);
  }
  return null;
}

function toRow(record: CsvRecord, header: readonly string[]): RowEvent {
  if (record.problem !== null) return rejected(record, record.problem);
  if (record.width !== header.length) {
    return rejected(
      record,
      `It has ${columns(record.width)}, but the header has ${columns(header.length)}. A cell that contains the delimiter or a line break must be in quotes.`,
    );
  }
  const values = Object.fromEntries(header.map((name, index) => [name, record.cells[index] ?? ""]));
  return { type: "row", row: { line: record.line, values } };
}

function columns(count: number): string {
  return count === 1 ? "1 column" : `${count} columns`;
}

function rejected(record: CsvRecord, reason: string): RowEvent {
  return {
    type: "rejected",
    rejected: { line: record.line, reason, excerpt: excerpt(record.cells.join(",")) },
  };
}
