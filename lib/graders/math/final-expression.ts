import { type Expression, ExpressionError } from "./expression.ts";
import { readExpression } from "./read-expression.ts";

export type ExpressionReading =
  | { status: "expression"; expression: Expression; text: string }
  | { status: "unreadable"; text: string; reason: string };

/** Only the end of a longer answer is read. */
const READ_CHARS = 10_000;
const MARK = /####|(?:^|\n)[\s*_]*A:|\banswer\b[\s*_]*(?:is|:|=)[\s*_:]*/gi;
const MATHS = /\$\$?([^$]+)\$\$?|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]/g;

/**
 * The expression that a text states as its result: in its last \boxed{}; else after its last “Answer:”, “the answer is”, “A:” or “####”;
 * else the text itself, its last formula between dollar signs or \( \), or its last line. Of an equation, the last side.
 */
export function finalExpression(text: string): ExpressionReading {
  const end = text.slice(-READ_CHARS).trim();
  const marked = lastBoxed(end) ?? afterLastMark(end);
  const candidates = marked === null ? [end, lastFormula(end), lastLine(end)] : [marked];
  let problem: ExpressionReading | null = null;
  for (const candidate of candidates) {
    if (candidate === null) continue;
    const reading = readResult(candidate);
    if (reading.status === "expression") return reading;
    problem ??= reading;
  }
  return problem ?? { status: "unreadable", text: end, reason: "it is empty" };
}

function readResult(text: string): ExpressionReading {
  const whole = attempt(text);
  if (whole.status === "expression") return whole;
  const equals = text.lastIndexOf("=");
  const side = equals === -1 ? whole : attempt(text.slice(equals + 1));
  return side.status === "expression" ? side : whole;
}

function attempt(text: string): ExpressionReading {
  const plain = text.replace(/[\s.,;:*_]+$/, "").replace(/^[\s*_:]+/, "");
  try {
    return { status: "expression", expression: readExpression(plain), text: plain };
  } catch (error) {
    if (error instanceof ExpressionError) return { status: "unreadable", text: plain, reason: error.message };
    throw error;
  }
}

function lastBoxed(text: string): string | null {
  const start = text.lastIndexOf("\\boxed{");
  if (start === -1) return null;
  const open = start + "\\boxed".length;
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  return text.slice(open + 1);
}

function afterLastMark(text: string): string | null {
  const last = [...text.matchAll(MARK)].at(-1);
  if (last === undefined) return null;
  const rest = text.slice(last.index + last[0].length).trimStart();
  const formula = /^\$\$?([^$]+)\$\$?/.exec(rest)?.[1];
  return formula ?? rest.split("\n", 1)[0] ?? null;
}

function lastFormula(text: string): string | null {
  const last = [...text.matchAll(MATHS)].at(-1);
  return last?.[1] ?? last?.[2] ?? last?.[3] ?? null;
}

function lastLine(text: string): string | null {
  return text.split("\n").at(-1) ?? null;
}
