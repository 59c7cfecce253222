/** One JSON text cut out of a file. A record with a problem is not to be parsed; only its first characters were kept. */
export type TextRecord = { line: number; text: string; problem: string | null };

const keptOfTooLong = 200;

/** Gathers the text of one record from pieces, up to `maxChars`. */
export class RecordText {
  private text = "";
  private chars = 0;
  private readonly maxChars: number;

  constructor(maxChars: number) {
    this.maxChars = maxChars;
  }

  append(piece: string): void {
    this.chars += piece.length;
    if (this.chars <= this.maxChars) this.text += piece;
    else if (this.text.length < keptOfTooLong) this.text += piece.slice(0, keptOfTooLong);
  }

  /** The record, or null if it is blank; empties the buffer. */
  take(line: number): TextRecord | null {
    const text = this.text;
    const problem =
      this.chars > this.maxChars
        ? `It is longer than ${this.maxChars.toLocaleString("en")} characters. Split it or shorten its texts.`
        : null;
    this.text = "";
    this.chars = 0;
    return problem === null && text.trim() === "" ? null : { line, text, problem };
  }
}
