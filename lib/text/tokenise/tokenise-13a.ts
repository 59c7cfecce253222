import { splitWhitespace } from "./split-whitespace.ts";

const ENTITIES = [
  ["&quot;", '"'],
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
] as const;

/**
 * The WMT "13a" tokeniser: ASCII punctuation apart from words, periods and commas kept inside numbers, hyphens split
 * only after digits.
 *
 * Source: NIST mteval-v13a.pl as sacreBLEU applies it.
 */
export function tokenise13a(text: string): string[] {
  let line = text.replaceAll("<skipped>", "").replaceAll("-\n", "").replaceAll("\n", " ");
  for (const [entity, character] of ENTITIES) line = line.replaceAll(entity, character);
  return splitWhitespace(
    ` ${line} `
      .replace(/[ -&(-+:-@/[-`{-~]/g, " $& ")
      .replace(/([^0-9])([.,])/g, "$1 $2 ")
      .replace(/([.,])([^0-9])/g, " $1 $2")
      .replace(/([0-9])(-)/g, "$1 $2 "),
  );
}
