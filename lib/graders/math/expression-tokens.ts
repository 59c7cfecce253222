import { ExpressionError } from "./expression.ts";

export type Token =
  | { type: "number"; text: string }
  /** Letters, or the name of a LaTeX command. */
  | { type: "word"; text: string }
  | { type: "sign"; text: string };

const SIGN_OF: Record<string, string> = {
  "−": "-",
  "–": "-",
  "×": "*",
  "·": "*",
  "⋅": "*",
  "∙": "*",
  "÷": "/",
  "⁄": "/",
};
/** LaTeX that is spacing, size or decoration. */
const DECORATION =
  /\\(?:left|right|displaystyle|bigl?|bigr|Bigl?|Bigr|quad|qquad|mathrm|mathbf|operatorname|limits)(?![A-Za-z])|\\[,!;:> ()[\]]|\\\\|[$€£¥°]|\^\s*\{?\\circ\}?|&/g;
const SUPERSCRIPTS: Record<string, string> = { "²": "^2", "³": "^3", "¹": "^1" };
const TOKEN =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+(?![\w.]))?)|\\?(?<word>\p{L}+)|(?<sign>\*\*|[-+*/^()[\]{}|%!=,]))/uy;

/** The tokens of an expression as people and LaTeX write it, signs in one form each. Throws `ExpressionError`. */
export function expressionTokens(text: string): Token[] {
  const plain = plainText(text);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const place = TOKEN.lastIndex;
    const groups = TOKEN.exec(plain)?.groups;
    if (groups === undefined) {
      const [found = ""] = plain.slice(place, place + 50).trimStart();
      throw new ExpressionError(`there is the sign “${found.toWellFormed()}”`);
    }
    const { number, word, sign } = groups;
    if (number !== undefined) tokens.push({ type: "number", text: number });
    else if (word !== undefined) tokens.push({ type: "word", text: word });
    else tokens.push({ type: "sign", text: sign === "**" ? "^" : (sign ?? "") });
  }
  return tokens;
}

function plainText(text: string): string {
  return text
    .replace(/[²³¹]/g, (mark) => SUPERSCRIPTS[mark] ?? mark)
    .normalize("NFKC")
    .replaceAll("\\%", "%")
    .replace(DECORATION, " ")
    .replace(/\{,\}/g, ",")
    .replace(/(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/g, (grouped) => grouped.replaceAll(",", ""))
    .replace(/(\\[dt]?frac)\s*(\d)\s*(\d)/g, "$1{$2}{$3}")
    .replace(/\\(?:cdot|times|ast)(?![A-Za-z])/g, "*")
    .replace(/\\div(?![A-Za-z])/g, "/")
    .replaceAll("√", " sqrt ")
    .replace(/[−–×·⋅∙÷⁄]/g, (mark) => SIGN_OF[mark] ?? mark)
    .trim();
}
