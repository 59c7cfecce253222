import { expect, test } from "vitest";
import { dottedFields } from "./dotted-fields.ts";

test.each<[string, unknown[], string[]]>([
  ["texts have none", ["a", 1, null], []],
  ["of several values, once each", [{ a: 1 }, { a: { b: 2 }, c: [] }], ["a", "a.b", "c"]],
  ["not of list elements", [{ items: [{ price: 1 }] }], ["items"]],
  ["not where a dot is part of the name", [{ "a.b": 1, "": 2, c: 3 }], ["c"]],
  [
    "six levels deep",
    [{ a: { a: { a: { a: { a: { a: { a: 1 } } } } } } }],
    ["a", "a.a", "a.a.a", "a.a.a.a", "a.a.a.a.a", "a.a.a.a.a.a"],
  ],
])("%s", (_name, values, expected) => expect(dottedFields(values)).toEqual(expected));

test("stops at 300 names", () => {
  const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, { x: 1 }]));
  expect(dottedFields([wide])).toHaveLength(300);
});
