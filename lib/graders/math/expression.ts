import type { Rational } from "./rational.ts";

export type FunctionName = "sqrt" | "abs" | "sin" | "cos" | "tan" | "ln" | "log" | "exp";
export type Operator = "+" | "-" | "*" | "/" | "^";

export type Expression =
  | { type: "number"; value: Rational }
  | { type: "constant"; name: "pi" | "e" }
  | { type: "variable"; name: string }
  | { type: "negative"; of: Expression }
  | { type: "operation"; operator: Operator; left: Expression; right: Expression }
  /** `log` is to the base 10, `ln` to the base e; angles are in radians. */
  | { type: "function"; name: FunctionName; of: Expression }
  | { type: "root"; degree: Expression; of: Expression };

/** What cannot be read as an expression, as the end of a sentence: "there is an unknown word “apples”". */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

export function variablesOf(expression: Expression): Set<string> {
  switch (expression.type) {
    case "number":
    case "constant":
      return new Set();
    case "variable":
      return new Set([expression.name]);
    case "negative":
    case "function":
      return variablesOf(expression.of);
    case "operation":
      return variablesOf(expression.left).union(variablesOf(expression.right));
    case "root":
      return variablesOf(expression.degree).union(variablesOf(expression.of));
  }
}
