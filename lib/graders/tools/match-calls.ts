import { canonicalJson } from "../json/canonical-json.ts";
import { isTooDeep } from "../json/json-depth.ts";
import { isPlainObject } from "../json/leaf-fields.ts";
import type { ToolCall } from "./tool-call.ts";

export type ArgumentRule = {
  /** `ignore`: names only; `exact`: equal arguments; `partial`: the expected ones are among the given ones. */
  arguments: "ignore" | "exact" | "partial";
  /** Top-level arguments that are not compared. */
  ignored: ReadonlySet<string>;
};

/** Whether a call is the expected one. */
export function callMatches(expected: ToolCall, actual: ToolCall, rule: ArgumentRule): boolean {
  if (expected.name !== actual.name) return false;
  if (rule.arguments === "ignore") return true;
  if (expected.arguments === undefined || actual.arguments === undefined) return false;
  if (isTooDeep(expected.arguments) || isTooDeep(actual.arguments)) return false;
  const wanted = compared(expected.arguments, rule.ignored);
  const given = compared(actual.arguments, rule.ignored);
  return rule.arguments === "exact"
    ? canonicalJson(wanted) === canonicalJson(given)
    : isPartOf(wanted, given);
}

/** Objects hold at least the fields of the expected ones, at every depth; lists and values are equal. */
function isPartOf(expected: unknown, actual: unknown): boolean {
  if (!isPlainObject(expected)) return canonicalJson(expected) === canonicalJson(actual);
  if (!isPlainObject(actual)) return false;
  return Object.entries(expected).every(
    ([key, value]) =>
      Object.hasOwn(actual, key) && isPartOf(value, Object.getOwnPropertyDescriptor(actual, key)?.value),
  );
}

function compared(value: unknown, ignored: ReadonlySet<string>): unknown {
  if (!isPlainObject(value) || ignored.size === 0) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !ignored.has(key)));
}

/** For each expected call the position of the call that it is matched with, or -1. */
export type CallMatching = number[];

/** As many matches as possible with positions in rising order: the longest common subsequence. */
export function matchInOrder(
  expected: readonly ToolCall[],
  actual: readonly ToolCall[],
  matches: (expected: ToolCall, actual: ToolCall) => boolean,
): CallMatching {
  const width = actual.length + 1;
  const lengths = new Uint16Array((expected.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  const equal = expected.map((wanted) => actual.map((given) => matches(wanted, given)));
  for (let row = expected.length - 1; row >= 0; row -= 1) {
    for (let column = actual.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = equal[row]?.[column]
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const matching: CallMatching = expected.map(() => -1);
  for (let row = 0, column = 0; row < expected.length && column < actual.length; ) {
    if (equal[row]?.[column]) {
      matching[row] = column;
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return matching;
}

/** As many matches as possible in any order: augmenting paths (Kuhn 1955), since an expected part may fit several calls. */
export function matchInAnyOrder(
  expected: readonly ToolCall[],
  actual: readonly ToolCall[],
  matches: (expected: ToolCall, actual: ToolCall) => boolean,
): CallMatching {
  const equal = expected.map((wanted) => actual.map((given) => matches(wanted, given)));
  const holder: number[] = actual.map(() => -1);
  const place = (row: number, tried: Set<number>): boolean => {
    for (let column = 0; column < actual.length; column += 1) {
      if (!equal[row]?.[column] || tried.has(column)) continue;
      tried.add(column);
      const before = holder[column] ?? -1;
      if (before === -1 || place(before, tried)) {
        holder[column] = row;
        return true;
      }
    }
    return false;
  };
  for (let row = 0; row < expected.length; row += 1) place(row, new Set());
  return expected.map((_, row) => holder.indexOf(row));
}
