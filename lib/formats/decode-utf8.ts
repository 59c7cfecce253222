import { FormatError } from "./format-error.ts";

const newline = 0x0a;
const saveAsUtf8 = 'Save the file as UTF-8 (in Excel: "CSV UTF-8") and import it again.';

/**
 * Decodes bytes to text, strictly, keeping no more than one chunk. A UTF-8 byte order mark is dropped.
 * Throws `FormatError` with the line for invalid UTF-8 and for NUL bytes, and names UTF-16, zip and Excel files.
 */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let unfinished: Uint8Array = new Uint8Array();
  for await (const chunk of fromFourBytes(bytes)) {
    const nulAt = chunk.indexOf(0);
    if (nulAt !== -1) throw binaryFile(line + countNewlines(chunk.subarray(0, nulAt)));
    const text = decodeChunk(decoder, chunk, unfinished, line);
    line += countNewlines(chunk);
    unfinished = unfinishedCharacter(concat(unfinished, chunk));
    if (text !== "") yield text;
  }
  if (unfinished.length > 0) {
    throw new FormatError(
      `The file ends in the middle of a character on line ${line}: it may have been cut off. ${saveAsUtf8}`,
      line,
    );
  }
}

/** Passes chunks on once the first four bytes are known, because those say what kind of file it is. */
async function* fromFourBytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array();
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = concat(head, chunk);
    if (head.length < 4) continue;
    refuseOtherFiles(head);
    yield head;
    head = null;
  }
  if (head !== null) {
    refuseOtherFiles(head);
    yield head;
  }
}

function refuseOtherFiles(head: Uint8Array): void {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    throw new FormatError(`The file is UTF-16, not UTF-8. ${saveAsUtf8}`, 1);
  }
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04) {
    throw new FormatError(
      "The file is a zip archive or an Excel workbook. Export the sheet as CSV, or unpack the archive, and import that file.",
      1,
    );
  }
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array, unfinished: Uint8Array, line: number): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    const badLine = firstInvalidLine(concat(unfinished, chunk), line);
    throw new FormatError(`Line ${badLine} is not valid UTF-8. ${saveAsUtf8}`, badLine);
  }
}

/** A newline byte is never part of a longer character, so each line can be checked alone. */
function firstInvalidLine(bytes: Uint8Array, firstLine: number): number {
  let line = firstLine;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(newline, start);
    if (end === -1) return line;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    line += 1;
    start = end + 1;
  }
  return line;
}

/** The first bytes, at most three, of a character whose end has not arrived. */
function unfinishedCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.slice(bytes.length - back) : new Uint8Array();
  }
  return new Uint8Array();
}

function binaryFile(line: number): FormatError {
  return new FormatError(
    `Line ${line} contains a NUL byte: this is a binary file, or text in UTF-16. ${saveAsUtf8}`,
    line,
  );
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}

function concat(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}
