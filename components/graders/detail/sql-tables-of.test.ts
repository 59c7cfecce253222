import { expect, test } from "vitest";
import { rowsOnlyHere, sqlTablesOf } from "./sql-tables-of.ts";

const table = (rows: (string | null)[][], totalRows = rows.length) => ({
  columns: ["a", "b"],
  rows,
  totalRows,
  totalColumns: 2,
});

test("reads both results, and an answer without one", () => {
  const expected = table([["1", null]]);
  expect(sqlTablesOf({ tables: { expected, actual: expected } })).toEqual({ expected, actual: expected });
  expect(sqlTablesOf({ tables: { expected, actual: null } })).toEqual({ expected, actual: null });
});

test.each([
  null,
  "tables",
  { tables: null },
  { tables: { expected: { columns: [1], rows: [], totalRows: 0, totalColumns: 1 } } },
  { fields: [] },
])("is not fooled by %j", (detail) => {
  expect(sqlTablesOf(detail)).toBeNull();
});

test("marks what only one result has, counting duplicates", () => {
  const expected = table([
    ["1", "x"],
    ["2", null],
    ["2", null],
  ]);
  const actual = table([
    ["2", null],
    ["3", "x"],
  ]);
  expect([...rowsOnlyHere(expected, actual)]).toEqual([0, 2]);
  expect([...rowsOnlyHere(actual, expected)]).toEqual([1]);
});

test("marks nothing where rows are missing from what is shown", () => {
  const cut = table([["1", "x"]], 90);
  expect(rowsOnlyHere(cut, table([["2", "x"]])).size).toBe(0);
  expect(rowsOnlyHere(cut, null).size).toBe(0);
});
