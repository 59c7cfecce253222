import fc from "fast-check";
import { expect, test } from "vitest";
import { findText } from "./find-text.ts";

test("finds what indexOf finds, for short and for long parts", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 40 });
  fc.assert(
    fc.property(letters, letters, letters, (before, part, after) => {
      const text = before + part + after;
      expect(findText(text, part)).toBe(text.indexOf(part));
      const long = part.repeat(600);
      const longer = before + long + after;
      expect(findText(longer, long)).toBe(longer.indexOf(long));
      expect(findText(text, `${long}c`)).toBe(-1);
    }),
  );
});

test("goes on to the next place until one is taken, and places may overlap", () => {
  expect(findText("aaaa", "aa", (place) => place === 2)).toBe(2);
  const long = "a".repeat(1_000);
  expect(findText(`${long}aa`, long, (place) => place === 2)).toBe(2);
  expect(findText(`${long}aa`, long, () => false)).toBe(-1);
});

test("a part that indexOf would seek for minutes is sought in a moment", () => {
  const part = `${"a".repeat(250)}b${"a".repeat(500_000)}`;
  expect(findText("a".repeat(1_000_000), part)).toBe(-1);
});
