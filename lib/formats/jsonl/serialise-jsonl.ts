/**
 * One line of JSON Lines with its newline (https://jsonlines.org). Lone surrogates leave as \ud800-style escapes, so
 * the result is always valid UTF-8; what JSON cannot express (undefined, a function) becomes null.
 */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value) ?? "null"}\n`;
}
