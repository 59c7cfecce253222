import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonDiffRows } from "./json-diff-rows.ts";

function diffOf(before: unknown, after: unknown) {
  const diff = jsonDiffRows(before, after);
  if (diff === null) throw new Error("The values are too large.");
  return diff;
}

const linesOf = (before: unknown, after: unknown) =>
  diffOf(before, after).rows.map((row) =>
    [row.kind, row.name, row.before, row.after].filter((part) => part !== null).join(" "),
  );

test("fields that changed, came and went, beside those that stayed", () => {
  expect(linesOf({ total: 12, vat: 2, lines: [1, 2] }, { total: 13, lines: [1, 2], due: "May" })).toEqual([
    "changed total 12 13",
    "same lines [2 unchanged]",
    'added due "May"',
    "removed vat 2",
  ]);
});

test("items of a list are followed by their id and not by their place", () => {
  const before = [
    { id: 1, n: "a" },
    { id: 2, n: "b" },
    { id: 3, n: "c" },
  ];
  const after = [
    { id: 3, n: "c" },
    { id: 1, n: "x" },
    { id: 4, n: "d" },
  ];
  expect(diffOf(before, after).rows.map((row) => `${row.kind} ${row.name}`)).toEqual([
    "moved 0",
    "removed 1",
    "inside 1",
    "same id",
    "changed n",
    "added 2",
  ]);
});

test("items without an id are compared by their place", () => {
  expect(linesOf([{ n: 1 }, { n: 2 }], [{ n: 1 }, { n: 3 }])).toEqual([
    "same 0 {1 unchanged}",
    "inside 1",
    "changed n 2 3",
  ]);
});

test("nested changes stand inside their field", () => {
  expect(linesOf({ a: { b: { c: 1 } } }, { a: { b: { c: 2 } } })).toEqual([
    "inside a",
    "inside b",
    "changed c 1 2",
  ]);
});

test.each([
  ["a whole value", 1, "1", ['changed  1 "1"']],
  [
    "a field named __proto__",
    JSON.parse('{"__proto__":1}'),
    JSON.parse('{"__proto__":2}'),
    ['changed "__proto__" 1 2'],
  ],
  ["a field that every object inherits", { toString: [] }, {}, ["removed toString []"]],
  ["a field named _t", { _t: "a" }, { _t: "b" }, ['changed _t "a" "b"']],
  ["an object for a list", { a: [] }, { a: {} }, ["changed a [] {}"]],
])("%s", (_name, before, after, lines) => {
  expect(linesOf(before, after)).toEqual(lines);
});

test("depth and number of rows are bounded", () => {
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level++) deep = { deep };
  expect(diffOf(deep, { deep: 1 }).equal).toBe(false);
  const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, i]));
  const { rows, truncated } = diffOf({}, wide);
  expect([rows.length, truncated]).toEqual([2_000, true]);
  expect(jsonDiffRows([], Array.from({ length: 100_000 }))).toBeNull();
});

test("equal values have no difference and different ones have one, with unique paths", () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(value, value, (before, after) => {
      expect(diffOf(before, structuredClone(before)).equal).toBe(true);
      const { rows, equal } = diffOf(before, after);
      expect(rows.some((row) => ["added", "removed", "changed", "moved"].includes(row.kind))).toBe(!equal);
      expect(new Set(rows.map((row) => row.path)).size).toBe(rows.length);
    }),
  );
});
