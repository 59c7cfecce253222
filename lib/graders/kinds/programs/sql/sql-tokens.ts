export type SqlDialect = "sqlite" | "postgresql";
export type SqlToken = {
  type: "word" | "quoted" | "sign";
  /** As written; of a word in upper case. */
  text: string;
  /** Characters from the start of the text. */
  start: number;
  end: number;
};

const word = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const number = /\d[\w.]*/y;
const dollarTag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const closing: Readonly<Record<string, string>> = { "'": "'", '"': '"', "`": "`", "[": "]" };

/** The tokens of SQL without white space and comments. Takes any text: what is never closed goes on to the end. Linear in its length. */
export function sqlTokens(sql: string, dialect: SqlDialect): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < sql.length) {
    const skipped = endOfBlank(sql, at, dialect);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const token = tokenAt(sql, at, dialect);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** Whether the statement as a whole is sorted: ORDER BY outside of every bracket. */
export function isOrdered(sql: string, dialect: SqlDialect): boolean {
  let depth = 0;
  let previous = "";
  for (const { type, text } of sqlTokens(sql, dialect)) {
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (depth === 0 && type === "word" && text === "BY" && previous === "ORDER") return true;
    previous = type === "word" ? text : "";
  }
  return false;
}

function endOfBlank(sql: string, at: number, dialect: SqlDialect): number {
  const char = sql[at] ?? "";
  if (/\s/.test(char)) return at + 1;
  if (sql.startsWith("--", at)) return endAfter(sql, "\n", at);
  if (!sql.startsWith("/*", at)) return at;
  return dialect === "sqlite" ? endAfter(sql, "*/", at + 2) : endOfNestedComment(sql, at);
}

/** In PostgreSQL comments nest. */
function endOfNestedComment(sql: string, start: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  let depth = 0;
  for (let match = edge.exec(sql); match !== null; match = edge.exec(sql)) {
    depth += match[0] === "/*" ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}

function tokenAt(sql: string, start: number, dialect: SqlDialect): SqlToken {
  const char = sql[start] ?? "";
  const quoted = (end: number): SqlToken => ({ type: "quoted", text: sql.slice(start, end), start, end });
  if (dialect === "postgresql") {
    if ((char === "e" || char === "E") && sql[start + 1] === "'")
      return quoted(endOfQuote(sql, start + 1, "'", true));
    const tag = matchAt(dollarTag, sql, start);
    if (tag !== null) return quoted(endAfter(sql, tag, start + tag.length));
  }
  const close = dialect === "postgresql" && char === "[" ? undefined : closing[char];
  if (close !== undefined) return quoted(endOfQuote(sql, start, close, false));
  const found = matchAt(word, sql, start);
  if (found !== null) return { type: "word", text: found.toUpperCase(), start, end: start + found.length };
  const text = matchAt(number, sql, start) ?? char;
  return { type: "sign", text, start, end: start + text.length };
}

function endOfQuote(sql: string, start: number, close: string, hasEscapes: boolean): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (hasEscapes && sql[at] === "\\") at += 1;
    else if (sql[at] === close) {
      if (close === "]" || sql[at + 1] !== close) return at + 1;
      at += 1;
    }
  }
  return sql.length;
}

function endAfter(sql: string, mark: string, from: number): number {
  const at = sql.indexOf(mark, from);
  return at === -1 ? sql.length : at + mark.length;
}

function matchAt(pattern: RegExp, sql: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0] ?? null;
}
