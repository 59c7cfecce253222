import { seededRandom } from "#lib/stats/random/seeded-random.ts";
import { evaluateAt, evaluateExactly } from "./evaluate.ts";
import { type Expression, variablesOf } from "./expression.ts";

export type Equivalence =
  | { status: "equal" }
  | { status: "different" }
  | { status: "unknown"; reason: string };

const POINTS = 24;
const FEWEST_POINTS = 4;
const MAX_VARIABLES = 10;
/** The rounding of some hundred operations on doubles. */
const ROUNDING = 1e-9;
/** sin(π) is 1.2e-16 on doubles, and 0. */
const VALUE_FLOOR = 1e-12;
const SEED = 20261121;

/**
 * Whether two expressions have the same value. Without variables: as fractions where both are, else as doubles within 1e-9. With
 * variables: as doubles at up to 24 points from -3 to 3, seeded, of which at least 4 must give both a value; points where one has
 * none are left out, so x²/x equals x. `relativeTolerance` above 0 compares values as doubles within that share.
 */
export function compareExpressions(
  first: Expression,
  second: Expression,
  { relativeTolerance }: { relativeTolerance: number },
): Equivalence {
  const variables = [...variablesOf(first).union(variablesOf(second))].sort();
  if (variables.length > MAX_VARIABLES)
    return { status: "unknown", reason: "there are more than ten variables" };
  if (variables.length === 0) return compareValues(first, second, relativeTolerance);
  return compareAtPoints(first, second, variables, Math.max(ROUNDING, relativeTolerance));
}

function compareValues(first: Expression, second: Expression, relativeTolerance: number): Equivalence {
  const left = evaluateExactly(first);
  const right = evaluateExactly(second);
  if (relativeTolerance === 0 && left !== null && right !== null) {
    const isEqual = left.numerator === right.numerator && left.denominator === right.denominator;
    return { status: isEqual ? "equal" : "different" };
  }
  const point = new Map<string, number>();
  const [a, b] = [evaluateAt(first, point), evaluateAt(second, point)];
  if (!Number.isFinite(a) || !Number.isFinite(b))
    return { status: "unknown", reason: "one of the values is not a finite real number" };
  return { status: isNear(a, b, Math.max(ROUNDING, relativeTolerance), VALUE_FLOOR) ? "equal" : "different" };
}

function compareAtPoints(
  first: Expression,
  second: Expression,
  variables: readonly string[],
  tolerance: number,
): Equivalence {
  const random = seededRandom(SEED);
  let compared = 0;
  for (let index = 0; index < POINTS; index += 1) {
    const point = new Map(variables.map((name) => [name, (random.uint32() / 2 ** 32) * 6 - 3]));
    const [a, b] = [evaluateAt(first, point), evaluateAt(second, point)];
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    if (!isNear(a, b, tolerance, ROUNDING)) return { status: "different" };
    compared += 1;
  }
  if (compared >= FEWEST_POINTS) return { status: "equal" };
  return { status: "unknown", reason: "the expressions have values together at too few points" };
}

function isNear(first: number, second: number, tolerance: number, floor: number): boolean {
  const scale = Math.max(Math.abs(first), Math.abs(second));
  return Math.abs(first - second) <= tolerance * scale + floor;
}
