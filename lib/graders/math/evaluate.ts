import type { Expression, FunctionName, Operator } from "./expression.ts";
import {
  add,
  exactSquareRoot,
  inverse,
  multiply,
  negative,
  power,
  type Rational,
  rational,
  toNumber,
} from "./rational.ts";

/** The value as a fraction; null where it is none, is not defined, or is too large to be followed exactly. */
export function evaluateExactly(expression: Expression): Rational | null {
  switch (expression.type) {
    case "number":
      return expression.value;
    case "constant":
    case "variable":
    case "root":
      return null;
    case "negative": {
      const value = evaluateExactly(expression.of);
      return value === null ? null : negative(value);
    }
    case "function": {
      const value = evaluateExactly(expression.of);
      return value === null ? null : exactFunction(expression.name, value);
    }
    case "operation": {
      const left = evaluateExactly(expression.left);
      const right = left === null ? null : evaluateExactly(expression.right);
      return left === null || right === null ? null : exactOperation(expression.operator, left, right);
    }
  }
}

/** The value as a double at a point, given by the values of the variables; NaN where it is not a real number. */
export function evaluateAt(expression: Expression, point: ReadonlyMap<string, number>): number {
  switch (expression.type) {
    case "number":
      return toNumber(expression.value);
    case "constant":
      return expression.name === "pi" ? Math.PI : Math.E;
    case "variable":
      return point.get(expression.name) ?? Number.NaN;
    case "negative":
      return -evaluateAt(expression.of, point);
    case "function":
      return realFunctions[expression.name](evaluateAt(expression.of, point));
    case "root": {
      const degree = evaluateAt(expression.degree, point);
      const value = evaluateAt(expression.of, point);
      const isOdd = Number.isInteger(degree) && Math.abs(degree) % 2 === 1;
      return value < 0 && isOdd ? -((-value) ** (1 / degree)) : value ** (1 / degree);
    }
    case "operation":
      return realOperations[expression.operator](
        evaluateAt(expression.left, point),
        evaluateAt(expression.right, point),
      );
  }
}

const realFunctions: Record<FunctionName, (value: number) => number> = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  ln: Math.log,
  log: Math.log10,
  exp: Math.exp,
};

const realOperations: Record<Operator, (left: number, right: number) => number> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "^": (left, right) => left ** right,
};

function exactFunction(name: FunctionName, value: Rational): Rational | null {
  if (name === "sqrt") return exactSquareRoot(value);
  if (name === "abs") return value.numerator < 0n ? negative(value) : value;
  return null;
}

function exactOperation(operator: Operator, left: Rational, right: Rational): Rational | null {
  switch (operator) {
    case "+":
      return add(left, right);
    case "-":
      return add(left, negative(right));
    case "*":
      return multiply(left, right);
    case "/": {
      const inverted = right.numerator === 0n ? null : inverse(right);
      return inverted === null ? null : multiply(left, inverted);
    }
    case "^": {
      if (left.numerator === 0n && right.numerator <= 0n) return right.numerator === 0n ? rational(1n) : null;
      return power(left, right);
    }
  }
}
