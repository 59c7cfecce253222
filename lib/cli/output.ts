/** The answer, on standard output. */
export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** What goes on and what went wrong, on standard error, so that it never mixes with the answer. */
export function note(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

/**
 * Names and tags come from datasets: an escape sequence in one must not steer the terminal, nor a mark of direction turn the line around.
 * Narrow spaces become plain ones, which every log shows and every search finds.
 */
export function printable(text: string): string {
  return text.replaceAll("\u202f", " ").replaceAll(/(?!\n)\p{Cc}|\p{Bidi_Control}/gu, "\ufffd");
}
