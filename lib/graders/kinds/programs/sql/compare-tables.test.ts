import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTables } from "./compare-tables.ts";
import type { SqlRules, SqlValue } from "./sql-table.ts";
import { comparisonWords, rowF1 } from "./table-words.ts";

const rules: SqlRules = {
  order: false,
  duplicates: true,
  columnNames: false,
  absoluteTolerance: 0,
  relativeTolerance: 0,
};
const table = (rows: readonly (readonly SqlValue[])[], columns = ["a", "b"]) => ({ columns, rows });

const first = [
  [1, "x"],
  [2, "y"],
] as const;

test.each([
  ["another order", {}, first, [first[1], first[0]], "equal"],
  ["another order that counts", { order: true }, first, [first[1], first[0]], "rows"],
  ["a duplicate", {}, first, [...first, first[0]], "rows"],
  ["a duplicate that does not count", { duplicates: false }, first, [...first, first[0]], "equal"],
  ["null and null", {}, [[null, 1]], [[null, 1]], "equal"],
  ["null and an empty text", {}, [[null, 1]], [["", 1]], "rows"],
  ["a number and its text", {}, [[1, 1]], [["1", 1]], "rows"],
  ["true and 1", {}, [[true, 1]], [[1, 1]], "equal"],
  ["1 and 1.0, 0 and -0", {}, [[1, 0]], [[1.0, -0]], "equal"],
  ["noise of binary fractions", {}, [[0.3, 1]], [[0.1 + 0.2, 1]], "equal"],
  ["noise of binary fractions in order", { order: true }, [[0.3, 1]], [[0.1 + 0.2, 1]], "equal"],
  ["another number", {}, [[0.3, 1]], [[0.3001, 1]], "rows"],
  ["a share", { relativeTolerance: 0.01 }, [[100, 1]], [[101, 1]], "equal"],
  [
    "near numbers in crossed order",
    { absoluteTolerance: 0.15 },
    [
      [1, 1],
      [1.1, 1],
    ],
    [
      [1.2, 1],
      [1.05, 1],
    ],
    "equal",
  ],
  ["whole numbers beyond 2^53", {}, [[9007199254740993n, 1]], [[9007199254740992n, 1]], "rows"],
  ["no rows", {}, [], [], "equal"],
] as const)("%s", (_name, changed, expected, actual, type) => {
  expect(compareTables(table(expected), table(actual), { ...rules, ...changed }).type).toBe(type);
});

test("columns are told apart by count and, when asked, by name", () => {
  const wide = { columns: ["a"], rows: [[1]] };
  expect(compareTables(table(first), wide, rules)).toMatchObject({ type: "columns", differ: "count" });
  const named = { columns: ["A", "c"], rows: first };
  expect(compareTables(table(first), named, rules).type).toBe("equal");
  expect(compareTables(table(first), named, { ...rules, columnNames: true })).toMatchObject({
    differ: "names",
  });
});

test("rows without names are compared by their cells alone", () => {
  const given = { columns: null, rows: first };
  expect(compareTables(given, table(first), { ...rules, columnNames: true }).type).toBe("equal");
  expect(compareTables({ columns: null, rows: [] }, table([]), rules).type).toBe("equal");
});

test("says what is missing and what is too much", () => {
  const compared = compareTables(table(first), table([first[0], [3, null]]), rules);
  expect(compared).toMatchObject({
    matched: 1,
    missing: { number: 2 },
    extra: { number: 2, cells: ["3", null] },
  });
  expect(comparisonWords(compared)).toBe(
    "1 of 2 expected rows are there, and the answer's query gives 2 rows. First row expected and missing: “(2, y)”, row 2. First row not expected: “(3, NULL)”, row 2.",
  );
  expect(rowF1(compared)).toBe(0.5);
});

const rowsOf = fc.array(fc.tuple(fc.constantFrom(1, 2, 2.5, null, "x"), fc.constantFrom("a", "b", true)), {
  maxLength: 30,
});

test("a result equals every shuffle of itself, and one row less is a difference", () => {
  fc.assert(
    fc.property(rowsOf, fc.integer(), (rows, seed) => {
      const shuffled = rows.toSorted(
        (a, b) => Math.sin(JSON.stringify(a).length * seed) - Math.sin(JSON.stringify(b).length),
      );
      expect(compareTables(table(rows), table(shuffled), rules).type).toBe("equal");
      if (rows.length === 0) return;
      const compared = compareTables(table(rows), table(shuffled.slice(1)), rules);
      expect(compared).toMatchObject({ type: "rows", matched: rows.length - 1, extra: null });
      expect(rowF1(compared)).toBeCloseTo((2 * (rows.length - 1)) / (2 * rows.length - 1), 12);
    }),
  );
});

test("ten thousand rows that are all a little off are paired quickly", () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [index, index / 7]);
  const off = rows.map(([a = 0, b = 0]) => [a + 0.001, b - 0.001]).toReversed();
  expect(compareTables(table(rows), table(off), { ...rules, absoluteTolerance: 0.01 }).type).toBe("equal");
  expect(compareTables(table(rows), table(off), rules)).toMatchObject({ matched: 0 });
});
