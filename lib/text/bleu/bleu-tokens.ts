import { splitWhitespace } from "../tokenise/split-whitespace.ts";
import { tokenise13a } from "../tokenise/tokenise-13a.ts";
import { tokeniseInternational } from "../tokenise/tokenise-international.ts";

/** sacreBLEU's names: `none` splits at white space, `char` makes every code point a token. */
export type BleuTokeniser = "13a" | "intl" | "char" | "none";

/** The tokens that BLEU counts. Trailing white space never matters; white space is never a token. */
export function bleuTokens(text: string, tokeniser: BleuTokeniser, casing: "keep" | "lower"): string[] {
  const line = (casing === "lower" ? text.toLowerCase() : text).trimEnd();
  switch (tokeniser) {
    case "13a":
      return tokenise13a(line);
    case "intl":
      return tokeniseInternational(line);
    case "char":
      return [...splitWhitespace(line).join("")];
    case "none":
      return splitWhitespace(line);
  }
}
