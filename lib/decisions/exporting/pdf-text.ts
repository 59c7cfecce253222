/** What the standard fonts of PDF (WinAnsi) have beyond Latin-1. */
const further = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

const replacements: Readonly<Record<string, string>> = {
  "\u202f": "\u00a0",
  "\u2009": "\u00a0",
  "\u2212": "-",
  "\u2010": "-",
  "\u2011": "-",
  "\u2192": "->",
  "\u2190": "<-",
  "\u2264": "<=",
  "\u2265": ">=",
  "\u2248": "~",
  "\t": " ",
};

/**
 * A text in the letters that the standard fonts have: marks that they lack are dropped from their letters, everything else that they
 * lack becomes a question mark, so that the length of a name still shows. Control and direction characters are dropped.
 */
export function toPdfText(text: string): string {
  return Array.from(text.replaceAll(/\r\n?|\u2028|\u2029/g, "\n"), letter).join("");
}

function letter(character: string): string {
  const replaced = replacements[character];
  if (replaced !== undefined) return replaced;
  if (character === "\n" || isKnown(character)) return character;
  if (/[\p{Cc}\p{Cf}\p{Mn}]/u.test(character)) return "";
  const plain = character.normalize("NFKD").replaceAll(/\p{Mn}/gu, "");
  return plain !== "" && Array.from(plain).every(isKnown) ? plain : "?";
}

function isKnown(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff && code !== 0xad) || further.has(character)
  );
}
