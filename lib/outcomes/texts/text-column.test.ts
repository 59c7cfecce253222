import fc from "fast-check";
import { expect, test } from "vitest";
import { markHolding, textColumn } from "./text-column.ts";

function placesHolding(texts: readonly string[], text: string): number[] {
  const parts = texts.map((one) => Buffer.from(one));
  const column = textColumn(
    Buffer.concat(parts),
    Int32Array.from(parts, (part) => part.length),
  );
  const marks = new Uint8Array(texts.length);
  markHolding(column, Buffer.from(text), marks);
  return [...marks.entries()].flatMap(([place, mark]) => (mark === 1 ? [place] : []));
}

test("a text that goes on in the next one is in neither", () => {
  expect(placesHolding(["ab", "cd", "bc", "", "abcd"], "bc")).toEqual([2, 4]);
  expect(placesHolding([], "a")).toEqual([]);
  expect(placesHolding(["", "ä€"], "€")).toEqual([1]);
});

test("the same texts are found as by looking at each", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "ä"), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), letters, (texts, text) => {
      fc.pre(text !== "");
      const found = texts.flatMap((one, place) => (one.includes(text) ? [place] : []));
      expect(placesHolding(texts, text)).toEqual(found);
    }),
  );
});
