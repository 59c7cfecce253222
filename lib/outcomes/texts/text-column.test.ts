import fc from "fast-check";
import { expect, test } from "vitest";
import { placesHolding, type TextColumn, textColumn } from "./text-column.ts";

function columnOf(texts: readonly string[]): TextColumn {
  const parts = texts.map((one) => Buffer.from(one));
  return textColumn(
    Buffer.concat(parts),
    Int32Array.from(parts, (part) => part.length),
  );
}

function found(column: TextColumn, text: string): number[] {
  const marks = placesHolding(column, Buffer.from(text));
  return [...marks.entries()].flatMap(([place, mark]) => (mark === 1 ? [place] : []));
}

test("a text that goes on in the next one is in neither", () => {
  expect(found(columnOf(["ab", "cd", "bc", "", "abcd"]), "bc")).toEqual([2, 4]);
  expect(found(columnOf([]), "a")).toEqual([]);
  expect(found(columnOf(["", "ä€"]), "€")).toEqual([1]);
});

test("the same texts are found as by looking at each", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "ä"), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), letters, (texts, text) => {
      fc.pre(text !== "");
      const each = texts.flatMap((one, place) => (one.includes(text) ? [place] : []));
      expect(found(columnOf(texts), text)).toEqual(each);
    }),
  );
});

test("whoever types on finds what is found at once, whatever was looked for before", () => {
  const texts = Array.from({ length: 400 }, (_, place) => `a case-${place} b`);
  const letters = fc.constantFrom(
    "case",
    "case-",
    "case-3",
    "case-39",
    "case-399",
    "-39",
    "9 b",
    "a c",
    "none",
  );
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (typed) => {
      const column = columnOf(texts);
      for (const text of typed) expect(found(column, text)).toEqual(found(columnOf(texts), text));
    }),
  );
});
