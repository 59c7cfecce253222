import { type Expression, ExpressionError, type FunctionName, type Operator } from "./expression.ts";
import { expressionTokens, type Token } from "./expression-tokens.ts";
import { decimalRational } from "./rational.ts";

const MAX_CHARS = 1_000;
const MAX_DEPTH = 60;

const FUNCTIONS: Record<string, FunctionName> = {
  sqrt: "sqrt",
  abs: "abs",
  sin: "sin",
  cos: "cos",
  tan: "tan",
  ln: "ln",
  log: "log",
  exp: "exp",
};
const CLOSING: Record<string, string> = { "(": ")", "[": "]", "{": "}", "|": "|" };
/** Letters that stand for words and not for a product of variables. */
const SHORT_WORDS = new Set(
  "an as at be by do he if in is it me my no of on or so to up us we cm mm km kg ft lb am pm".split(" "),
);

/**
 * Reads an expression: + - * / ^ and brackets, \frac{a}{b}, \sqrt{a}, \sqrt[3]{a}, |a|, percent, pi, e, variables of one letter,
 * products without a sign, mixed numbers (3 1/2), thousands separators, and sin, cos, tan, ln, log, exp. Of an equation whose left
 * side is one variable, the right side. A product without a sign binds as one with a sign: 1/2x is (1/2)·x. Throws `ExpressionError`.
 */
export function readExpression(text: string): Expression {
  if (text.length > MAX_CHARS)
    throw new ExpressionError(`it has more than ${MAX_CHARS.toLocaleString("en-GB")} characters`);
  const tokens = expressionTokens(text);
  if (tokens.length === 0) throw new ExpressionError("it is empty");
  const [first, second] = tokens;
  const isAssignment = first?.type === "word" && first.text.length === 1 && isSign(second, "=");
  return new ExpressionReader(isAssignment ? tokens.slice(2) : tokens).readAll();
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.type === "sign" && token.text === text;
}

/** Recursive descent: sum, product, signed factor, power, percent, atom. */
class ExpressionReader {
  private at = 0;
  private depth = 0;
  /** Inside |a|, a bar closes. */
  private bars = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  readAll(): Expression {
    const expression = this.readSum();
    const rest = this.tokens[this.at];
    if (rest !== undefined) throw new ExpressionError(`“${rest.text}” stands where nothing was expected`);
    return expression;
  }

  private readSum(): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new ExpressionError("it is nested too deeply");
    let left = this.readProduct();
    for (let operator = this.take("+", "-"); operator !== null; operator = this.take("+", "-"))
      left = operation(operator, left, this.readProduct());
    this.depth -= 1;
    return left;
  }

  private readProduct(): Expression {
    let left = this.readFactor();
    while (true) {
      const operator = this.take("*", "/");
      if (operator !== null) left = operation(operator, left, this.readFactor());
      else if (this.startsAtom()) left = this.readNeighbour(left);
      else return left;
    }
  }

  /** A product without a sign, or the fraction of a mixed number: 3 1/2, 3\frac{1}{2}. */
  private readNeighbour(left: Expression): Expression {
    const before = this.tokens[this.at - 1];
    const next = this.tokens[this.at];
    const followsWhole = before?.type === "number" && /^\d+$/.test(before.text);
    if (next?.type === "number") {
      const isMixed =
        followsWhole && isSign(this.tokens[this.at + 1], "/") && this.tokens[this.at + 2]?.type === "number";
      if (!isMixed)
        throw new ExpressionError(`the numbers “${before?.text}” and “${next.text}” stand side by side`);
      const numerator = this.readPower();
      this.at += 1;
      return operation("+", left, operation("/", numerator, this.readPower()));
    }
    const isFraction = next?.type === "word" && /^[dt]?frac$/.test(next.text);
    const right = this.readPower();
    const isMixed = followsWhole && isFraction && isPlainFraction(right);
    return operation(isMixed ? "+" : "*", left, right);
  }

  private readFactor(): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new ExpressionError("it is nested too deeply");
    const sign = this.take("-", "+");
    const factor = sign === null ? this.readPower() : this.readFactor();
    this.depth -= 1;
    return sign === "-" ? { type: "negative", of: factor } : factor;
  }

  private readPower(): Expression {
    const base = this.readPercent();
    return this.take("^") === null ? base : operation("^", base, this.readFactor());
  }

  private readPercent(): Expression {
    let expression = this.readAtom();
    while (this.take("%") !== null) expression = operation("/", expression, numberOf("100"));
    return expression;
  }

  private readAtom(): Expression {
    const token = this.tokens[this.at];
    if (token === undefined) throw new ExpressionError("it stops before its end");
    this.at += 1;
    if (token.type === "number") return numberOf(token.text);
    if (token.type === "word") return this.readWord(token.text);
    const closing = CLOSING[token.text];
    if (closing === undefined)
      throw new ExpressionError(`“${token.text}” stands where a number was expected`);
    return this.readInside(token.text, closing);
  }

  private readInside(opening: string, closing: string): Expression {
    const isBar = opening === "|";
    const outerBars = this.bars;
    this.bars = isBar ? 1 : 0;
    const inside = this.readSum();
    this.bars = outerBars;
    if (this.take(closing) === null) throw new ExpressionError(`the bracket “${opening}” is not closed`);
    return isBar ? { type: "function", name: "abs", of: inside } : inside;
  }

  private readWord(word: string): Expression {
    if (/^[dt]?frac$/.test(word)) return operation("/", this.readArgument(), this.readArgument());
    const name = Object.hasOwn(FUNCTIONS, word) ? FUNCTIONS[word] : undefined;
    if (name === "sqrt" && this.take("[") !== null) {
      const degree = this.readInside("[", "]");
      return { type: "root", degree, of: this.readArgument() };
    }
    if (name !== undefined) return { type: "function", name, of: this.readArgument() };
    if (word === "pi" || word === "π") return { type: "constant", name: "pi" };
    if (word === "e") return { type: "constant", name: "e" };
    if ([...word].length === 1) return { type: "variable", name: word };
    if (word.length > 2 || SHORT_WORDS.has(word.toLowerCase()))
      throw new ExpressionError(`there is the word “${word.slice(0, 40)}”`);
    return operation("*", this.readWord(word.slice(0, 1)), this.readWord(word.slice(1)));
  }

  /** What a command stands before: a bracket, or, as in \frac12 and \sqrt2, the next digit or the next power. */
  private readArgument(): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new ExpressionError("it is nested too deeply");
    const argument = this.readAtom();
    this.depth -= 1;
    return argument;
  }

  private startsAtom(): boolean {
    const token = this.tokens[this.at];
    if (token === undefined) return false;
    if (token.type !== "sign") return true;
    return token.text === "|" ? this.bars === 0 : Object.hasOwn(CLOSING, token.text);
  }

  private take<Sign extends string>(...signs: readonly Sign[]): Sign | null {
    const token = this.tokens[this.at];
    const sign = token?.type === "sign" ? signs.find((candidate) => candidate === token.text) : undefined;
    if (sign === undefined) return null;
    this.at += 1;
    return sign;
  }
}

function operation(operator: Operator, left: Expression, right: Expression): Expression {
  return { type: "operation", operator, left, right };
}

function numberOf(text: string): Expression {
  const value = decimalRational(text);
  if (value === null)
    throw new ExpressionError(`the number “${text.slice(0, 40)}” is too large or too small`);
  return { type: "number", value };
}

function isPlainFraction(expression: Expression): boolean {
  return (
    expression.type === "operation" &&
    expression.operator === "/" &&
    expression.left.type === "number" &&
    expression.right.type === "number"
  );
}
