import { rowKey, rowsMatch } from "./compare-rows.ts";
import { matchNearRows } from "./match-near-rows.ts";
import type { SqlRules, SqlTable, SqlValue } from "./sql-table.ts";

export type TableComparison =
  | { type: "equal"; rows: number }
  | { type: "columns"; expected: string[]; actual: string[]; differ: "count" | "names" }
  | {
      type: "rows";
      expectedRows: number;
      actualRows: number;
      matched: number;
      /** The first expected row that is not there, and the first row that was not expected, with their numbers from 1. */
      missing: RowDifference | null;
      extra: RowDifference | null;
    };
export type RowDifference = { number: number; cells: (string | null)[] };

type Row = readonly SqlValue[];
type Numbered = { number: number; row: Row };

/**
 * Compares two results by the rules. Columns are compared by their place. Without order, rows are matched one to one: first those that
 * are the same, then those whose numbers are within the tolerances. With order, row by row.
 */
export function compareTables(expected: SqlTable, actual: SqlTable, rules: SqlRules): TableComparison {
  const columns = compareColumns(expected, actual, rules);
  if (columns !== null) return columns;
  const wanted = numbered(expected.rows, rules.duplicates);
  const given = numbered(actual.rows, rules.duplicates);
  const { missing, extra, matched } = rules.order
    ? compareInOrder(wanted, given, rules)
    : compareAsBags(wanted, given, rules);
  if (missing === null && extra === null) return { type: "equal", rows: wanted.length };
  return {
    type: "rows",
    expectedRows: wanted.length,
    actualRows: given.length,
    matched,
    missing: shownDifference(missing),
    extra: shownDifference(extra),
  };
}

function compareColumns(expected: SqlTable, actual: SqlTable, rules: SqlRules): TableComparison | null {
  const width = expected.columns?.length ?? expected.rows[0]?.length;
  const given = actual.columns ?? [];
  // Rows without names and without a row say nothing of columns.
  if (width === undefined) return null;
  const wanted = expected.columns ?? Array.from({ length: width }, (_, index) => `column ${index + 1}`);
  const names = { expected: wanted.map(shownName), actual: given.map(shownName) };
  if (width !== given.length) return { type: "columns", ...names, differ: "count" };
  if (!rules.columnNames || expected.columns === null) return null;
  const same = wanted.every((name, index) => name.toLowerCase() === given[index]?.toLowerCase());
  return same ? null : { type: "columns", ...names, differ: "names" };
}

/** A column without a name of its own may be called by its whole expression. */
function shownName(name: string): string {
  return name.slice(0, 100);
}

function numbered(rows: readonly Row[], keepDuplicates: boolean): Numbered[] {
  const seen = new Set<string>();
  const kept: Numbered[] = [];
  for (const [index, row] of rows.entries()) {
    const key = keepDuplicates ? "" : rowKey(row);
    if (!keepDuplicates && seen.has(key)) continue;
    seen.add(key);
    kept.push({ number: index + 1, row });
  }
  return kept;
}

type Differences = { missing: Numbered | null; extra: Numbered | null; matched: number };

function compareInOrder(
  wanted: readonly Numbered[],
  given: readonly Numbered[],
  rules: SqlRules,
): Differences {
  let matched = 0;
  let first: Pick<Differences, "missing" | "extra"> | null = null;
  for (let index = 0; index < Math.max(wanted.length, given.length); index++) {
    const missing = wanted[index] ?? null;
    const extra = given[index] ?? null;
    if (missing !== null && extra !== null && rowsMatch(missing.row, extra.row, rules)) matched += 1;
    else first ??= { missing, extra };
  }
  return { missing: null, extra: null, ...first, matched };
}

function compareAsBags(
  wanted: readonly Numbered[],
  given: readonly Numbered[],
  rules: SqlRules,
): Differences {
  const { left, over } = takeSame(wanted, given);
  const { missing, extra } = matchNearRows(left, over, rules);
  return { missing: firstOf(missing), extra: firstOf(extra), matched: wanted.length - missing.length };
}

function takeSame(wanted: readonly Numbered[], given: readonly Numbered[]) {
  const byKey = new Map<string, Numbered[]>();
  for (const row of given.toReversed()) {
    const key = rowKey(row.row);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [row]);
    else same.push(row);
  }
  const left = wanted.filter(({ row }) => byKey.get(rowKey(row))?.pop() === undefined);
  return { left, over: [...byKey.values()].flat() };
}

function firstOf(rows: readonly Numbered[]): Numbered | null {
  return rows.reduce<Numbered | null>(
    (first, row) => (first === null || row.number < first.number ? row : first),
    null,
  );
}

function shownDifference(difference: Numbered | null): RowDifference | null {
  if (difference === null) return null;
  const cells = difference.row
    .slice(0, 20)
    .map((value) => (value === null ? null : String(value).slice(0, 200)));
  return { number: difference.number, cells };
}
