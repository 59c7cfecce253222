/** Where JSON stops being JSON: the offset of the first character that cannot stand there, and what it is. Null for JSON. */
export type JsonProblem = { offset: number; message: string };

const token =
  /[ \t\n\r]*(?:(?<sign>[\{\}\[\],:])|(?<value>"[^"\\[\p{Cc}--[\u{7f}-\u{9f}]]]*(?:\\(?:["\\\/bfnrt]|u[\da-fA-F]{4})[^"\\[\p{Cc}--[\u{7f}-\u{9f}]]]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+\-]?\d+)?(?![\w.])|(?:true|false|null)\b)|(?<end>$)|(?<bad>[\s\S]))/vy;

type Expected = "value" | "value-or-end" | "name" | "name-or-end" | "colon" | "next" | "nothing";
const wanted: Readonly<Record<Expected, string>> = {
  value: "a value",
  "value-or-end": "a value or ]",
  name: "a name in double quotes",
  "name-or-end": "a name in double quotes or }",
  colon: "a colon",
  next: "a comma or the closing bracket",
  nothing: "the end",
};

/** V8 names the place of some errors only. Reads RFC 8259 without recursion, in linear time. */
export function jsonProblem(text: string): JsonProblem | null {
  const open: string[] = [];
  let expected: Expected = "value";
  token.lastIndex = 0;
  for (;;) {
    const match = token.exec(text);
    const { sign, value, end, bad } = match?.groups ?? {};
    const found = sign ?? value ?? bad ?? "";
    const offset = token.lastIndex - found.length;
    const inside = open.at(-1);
    if (end !== undefined && expected === "nothing") return null;
    const next: Expected | null = end === undefined ? after(expected, sign, value, inside) : null;
    if (next === null) {
      const what = end === undefined ? JSON.stringify(found.slice(0, 20)) : "the end of the text";
      return { offset, message: `expected ${wanted[expected]} and found ${what}` };
    }
    if (sign === "{" || sign === "[") open.push(sign);
    if (sign === "}" || sign === "]") open.pop();
    expected = next === "next" && open.length === 0 ? "nothing" : next;
  }
}

/** What may come after a token, or null when the token may not stand where it does. */
function after(
  expected: Expected,
  sign: string | undefined,
  value: string | undefined,
  inside: string | undefined,
): Expected | null {
  switch (expected) {
    case "value":
    case "value-or-end":
      if (value !== undefined) return "next";
      if (sign === "{") return "name-or-end";
      if (sign === "[") return "value-or-end";
      return expected === "value-or-end" && sign === "]" ? "next" : null;
    case "name":
    case "name-or-end":
      if (value?.startsWith('"')) return "colon";
      return expected === "name-or-end" && sign === "}" ? "next" : null;
    case "colon":
      return sign === ":" ? "value" : null;
    case "next":
      if (sign === ",") return inside === "{" ? "name" : "value";
      return (sign === "}" && inside === "{") || (sign === "]" && inside === "[") ? "next" : null;
    case "nothing":
      return null;
  }
}
