import { splitWhitespace } from "./split-whitespace.ts";

/**
 * The WMT international tokeniser: every Unicode symbol apart, and Unicode punctuation apart except between digits.
 *
 * Source: NIST mteval-v14.pl --international-tokenization as sacreBLEU applies it ("intl").
 */
export function tokeniseInternational(text: string): string[] {
  return splitWhitespace(
    text
      .replace(/(\P{N})(\p{P})/gu, "$1 $2 ")
      .replace(/(\p{P})(\P{N})/gu, " $1 $2")
      .replace(/\p{S}/gu, " $& "),
  );
}
