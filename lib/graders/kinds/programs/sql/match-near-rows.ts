import { numberOf, rowsMatch, shapeKey } from "./compare-rows.ts";
import type { SqlRules, SqlValue } from "./sql-table.ts";

type Numbered = { number: number; row: readonly SqlValue[] };

/** The noise of binary fractions that `withinTolerance` allows for, and more: what is left out here is not looked at again. */
const NOISE = 1e-9;

/**
 * Pairs rows that differ only in numbers which are near enough, one to one, going up from the smallest numbers. With one number in a row
 * this finds as many pairs as there can be; with several it may miss some. The first numbers are sorted, so that each row is compared
 * with its neighbours only.
 */
export function matchNearRows<Row extends Numbered>(
  expected: readonly Row[],
  actual: readonly Row[],
  rules: Pick<SqlRules, "absoluteTolerance" | "relativeTolerance">,
): { missing: Row[]; extra: Row[] } {
  const groups = Map.groupBy(actual, ({ row }) => shapeKey(row));
  for (const group of groups.values()) group.sort((a, b) => byNumbers(a.row, b.row));
  const begins = new Map<string, number>();
  const taken = new Set<Row>();
  const missing: Row[] = [];
  for (const wanted of expected.toSorted((a, b) => byNumbers(a.row, b.row))) {
    const shape = shapeKey(wanted.row);
    const group = groups.get(shape) ?? [];
    const middle = firstNumber(wanted.row);
    const reach =
      Math.max(rules.absoluteTolerance, (rules.relativeTolerance + NOISE) * Math.abs(middle)) + NOISE;
    let begin = begins.get(shape) ?? 0;
    // From a share of 1 on, a larger number may reach further down than a smaller one.
    if (rules.relativeTolerance < 1) {
      while (begin < group.length && firstOf(group, begin) < middle - reach) begin += 1;
      begins.set(shape, begin);
    }
    let near: Row | undefined;
    for (let index = begin; index < group.length && firstOf(group, index) <= middle + reach; index++) {
      const candidate = group[index];
      if (candidate === undefined || taken.has(candidate)) continue;
      if (!rowsMatch(wanted.row, candidate.row, rules)) continue;
      near = candidate;
      break;
    }
    if (near === undefined) missing.push(wanted);
    else taken.add(near);
  }
  return { missing, extra: actual.filter((row) => !taken.has(row)) };
}

function firstOf(group: readonly Numbered[], index: number): number {
  return firstNumber(group[index]?.row ?? []);
}

function firstNumber(row: readonly SqlValue[]): number {
  for (const value of row) {
    const number = numberOf(value);
    if (number !== null) return number;
  }
  return 0;
}

function byNumbers(first: readonly SqlValue[], second: readonly SqlValue[]): number {
  for (const [index, value] of first.entries()) {
    const a = numberOf(value);
    const b = numberOf(second[index] ?? null);
    if (a !== null && b !== null && a !== b) return a - b;
  }
  return 0;
}
