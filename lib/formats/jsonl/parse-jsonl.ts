import { checkJsonValue } from "../check-json-value.ts";
import { excerpt } from "../excerpt.ts";
import type { RowEvent } from "../tabular-row.ts";
import { splitJsonArray } from "./split-json-array.ts";
import { splitLines } from "./split-lines.ts";
import type { TextRecord } from "./text-record.ts";

type ParseJsonlOptions = {
  /** Longest record, in UTF-16 units. Default 16,000,000. */
  maxRecordChars?: number;
};

const defaultMaxRecordChars = 16_000_000;
const maxBlankStart = 1_000_000;

/**
 * Rows of JSON Lines text (https://jsonlines.org): one object a line. A file that is one JSON array of objects is read too,
 * element by element. Holds one record. A record that cannot be read is yielded as rejected, with the parser's reason,
 * and reading goes on behind it. Blank lines are passed over. Never throws on content.
 */
export async function* parseJsonl(
  chunks: AsyncIterable<string>,
  { maxRecordChars = defaultMaxRecordChars }: ParseJsonlOptions = {},
): AsyncGenerator<RowEvent> {
  const { isArray, text } = await lookAtStart(chunks);
  const records = isArray ? splitJsonArray(text, maxRecordChars) : splitLines(text, maxRecordChars);
  let isFirst = true;
  for await (const record of records) {
    if (isFirst && !isArray && record.text.trim() === "{") {
      const reason =
        "The file is one JSON object over several lines. JSON Lines needs one complete object on each line, or one array of objects.";
      yield rejected(record, reason);
      return;
    }
    isFirst = false;
    yield toRow(record);
  }
  if (isFirst) {
    const reason = "The file is empty. It needs one JSON object on each line.";
    yield { type: "rejected", rejected: { line: 1, reason, excerpt: "" } };
  }
}

/** Reads up to the first character that is not white space, drops a byte order mark, and gives everything back. */
async function lookAtStart(
  chunks: AsyncIterable<string>,
): Promise<{ isArray: boolean; text: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = "";
  while (head.length < maxBlankStart && head.trim() === "") {
    const next = await iterator.next();
    if (next.done) break;
    head += next.value;
  }
  if (head.startsWith("\uFEFF")) head = head.slice(1);
  return { isArray: head.trimStart().startsWith("["), text: headAndRest(head, iterator) };
}

async function* headAndRest(head: string, iterator: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    // A reader that stops early must not leave the file open.
    await iterator.return?.();
  }
}

function toRow(record: TextRecord): RowEvent {
  if (record.problem !== null) return rejected(record, record.problem);
  let value: unknown;
  try {
    value = JSON.parse(record.text);
  } catch (error) {
    return rejected(record, `It is not valid JSON. ${parserReason(error)}.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return rejected(
      record,
      `It is ${kindOf(value)}, not an object. A row needs named fields, such as {"input": "…"}.`,
    );
  }
  if (Object.hasOwn(value, "__proto__")) {
    return rejected(record, 'A field cannot be called "__proto__". Rename it.');
  }
  const reason = checkJsonValue(value);
  if (reason !== null) return rejected(record, reason);
  return { type: "row", row: { line: record.line, values: Object.fromEntries(Object.entries(value)) } };
}

/** The parser counts lines within the record ("line 1 column 9"), which would contradict the file's line. */
function parserReason(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return excerpt(reason.replace(/ \(line \d+ column \d+\)/, ""));
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return `a ${typeof value}`;
}

function rejected(record: TextRecord, reason: string): RowEvent {
  return { type: "rejected", rejected: { line: record.line, reason, excerpt: excerpt(record.text) } };
}
