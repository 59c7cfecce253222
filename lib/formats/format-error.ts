/** A file that cannot be read any further. `line` counts from 1 and is missing where no line can be named. */
export class FormatError extends Error {
  override readonly name = "FormatError";
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}
