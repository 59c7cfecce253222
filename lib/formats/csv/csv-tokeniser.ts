/** `width` counts every cell, also those beyond `maxCells` that were not kept. A record with a problem is not to be trusted. */
export type CsvRecord = { line: number; cells: string[]; width: number; problem: string | null };

type CsvTokeniserOptions = { delimiter: string; maxCellChars: number; maxCells: number };
type State = "cell-start" | "bare" | "quoted" | "after-quote" | "skip-line";

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const maxCellsWorthOfText = 16;

/**
 * RFC 4180 records out of text that arrives in pieces of any size. Line ends may be LF, CRLF or CR. Holds one record at
 * most, bounded by `maxCells` cells and 16 x `maxCellChars` characters: what exceeds that is read past, not kept.
 */
export class CsvTokeniser {
  private readonly delimiter: number;
  private readonly options: CsvTokeniserOptions;
  private state: State = "cell-start";
  private line = 1;
  private afterCarriageReturn = false;
  private recordLine = 1;
  private quoteLine = 1;
  private cells: string[] = [];
  private width = 0;
  private cell = "";
  private cellChars = 0;
  private recordChars = 0;
  private isBlank = true;
  private problem: string | null = null;

  constructor(options: CsvTokeniserOptions) {
    this.options = options;
    this.delimiter = options.delimiter.charCodeAt(0);
  }

  push(chunk: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.state === "quoted") {
        at = this.readQuoted(chunk, at);
        continue;
      }
      const code = chunk.charCodeAt(at);
      if (code === lineFeed || code === carriageReturn) {
        at += 1;
        if (this.isSecondHalfOfLineEnd(code)) continue;
        this.line += 1;
        this.endRecord(records);
        continue;
      }
      this.afterCarriageReturn = false;
      at = this.readInLine(chunk, at, code);
    }
    return records;
  }

  finish(): CsvRecord[] {
    const records: CsvRecord[] = [];
    if (this.state === "quoted") {
      this.problem = `The quote opened on line ${this.quoteLine} is never closed, so the rest of the file was read as one cell.`;
    }
    this.endRecord(records);
    return records;
  }

  private readInLine(chunk: string, at: number, code: number): number {
    switch (this.state) {
      case "skip-line":
        return this.endOfBareRun(chunk, at, -1);
      case "after-quote":
        return this.readAfterQuote(at, code);
      case "cell-start":
        if (code === quote) {
          this.state = "quoted";
          this.quoteLine = this.line;
          this.isBlank = false;
          return at + 1;
        }
        break;
      default:
        break;
    }
    if (code === this.delimiter) {
      this.endCell();
      return at + 1;
    }
    this.state = "bare";
    const end = this.endOfBareRun(chunk, at, this.delimiter);
    this.append(chunk.slice(at, end));
    return end;
  }

  private readQuoted(chunk: string, start: number): number {
    let at = start;
    for (; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (code === quote) break;
      if (code !== lineFeed && code !== carriageReturn) this.afterCarriageReturn = false;
      else if (!this.isSecondHalfOfLineEnd(code)) this.line += 1;
    }
    this.append(chunk.slice(start, at));
    if (at === chunk.length) return at;
    this.afterCarriageReturn = false;
    this.state = "after-quote";
    return at + 1;
  }

  private readAfterQuote(at: number, code: number): number {
    if (code === quote) {
      this.append('"');
      this.state = "quoted";
    } else if (code === this.delimiter) {
      this.endCell();
    } else if (code !== 0x20 && code !== 0x09) {
      this.problem ??= `In column ${this.width + 1}, text follows a closing quote. A quote inside a quoted cell is written twice ("").`;
      this.state = "skip-line";
    }
    return at + 1;
  }

  private endOfBareRun(chunk: string, start: number, delimiter: number): number {
    let at = start;
    for (; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (code === delimiter || code === lineFeed || code === carriageReturn) break;
    }
    return at;
  }

  private isSecondHalfOfLineEnd(code: number): boolean {
    const isSecondHalf = code === lineFeed && this.afterCarriageReturn;
    this.afterCarriageReturn = code === carriageReturn;
    return isSecondHalf;
  }

  private append(text: string): void {
    this.isBlank = false;
    this.cellChars += text.length;
    this.recordChars += text.length;
    const { maxCellChars, maxCells } = this.options;
    if (this.cellChars > maxCellChars) {
      this.problem ??= `Column ${this.width + 1} is longer than ${maxCellChars.toLocaleString("en")} characters. Shorten it, or check for a quote that is never closed.`;
    } else if (this.recordChars > maxCellChars * maxCellsWorthOfText) {
      this.problem ??= `The row is longer than ${(maxCellChars * maxCellsWorthOfText).toLocaleString("en")} characters.`;
    }
    if (this.problem === null && this.width < maxCells) this.cell += text;
  }

  private endCell(): void {
    if (this.width < this.options.maxCells) this.cells.push(this.cell);
    this.width += 1;
    this.cell = "";
    this.cellChars = 0;
    this.isBlank = false;
    this.state = "cell-start";
  }

  private endRecord(records: CsvRecord[]): void {
    if (!this.isBlank) {
      this.endCell();
      records.push({ line: this.recordLine, cells: this.cells, width: this.width, problem: this.problem });
    }
    this.cells = [];
    this.width = 0;
    this.recordChars = 0;
    this.problem = null;
    this.isBlank = true;
    this.state = "cell-start";
    this.recordLine = this.line;
  }
}
