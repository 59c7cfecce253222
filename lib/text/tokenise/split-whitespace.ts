// The code points for which Python's str.isspace() is true. JavaScript's \s adds U+FEFF and lacks U+001C to U+001F
// and U+0085, so texts would be split differently from the reference implementations.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are part of that set.
const WHITESPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** Splits at runs of Unicode white space, as Python's str.split() does; no empty pieces, [] for a blank text. */
export function splitWhitespace(text: string): string[] {
  const pieces = text.split(WHITESPACE);
  return pieces.filter((piece) => piece !== "");
}
