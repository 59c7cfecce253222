// Scripts without spaces between words count by character; everything else by runs of letters, marks and digits.
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+/gv;

/** Lower-case words without punctuation, for finding one text inside another; on ASCII the same as splitting at [^a-z0-9]+. */
export function overlapTokens(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(TOKEN) ?? [];
}
