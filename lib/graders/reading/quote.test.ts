import fc from "fast-check";
import { expect, test } from "vitest";
import { quote, quoteValue } from "./quote.ts";

test.each([
  ["Paris", "“Paris”"],
  [" a\n\tb\u0000c ", "“a b c”"],
  ["", "an empty text"],
  [" \n", "a text of white space only"],
  ["\u0000\u0001", "a text of control characters only"],
  [`${" ".repeat(500)}x`, "“x”"],
  ["x".repeat(1_204), `“${"x".repeat(80)}…” (1,204 characters)`],
])("%j is quoted as %s", (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

test("cuts no character in half, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.integer({ min: 1, max: 90 }),
      (text, maxChars) => {
        const quoted = quote(text, maxChars);
        expect(quoted.isWellFormed()).toBe(true);
        expect(quoted.length).toBeLessThanOrEqual(maxChars + 40);
      },
    ),
  );
  expect(quote(`${"x".repeat(79)}😀😀`)).toBe(`“${"x".repeat(79)}…” (83 characters)`);
});

test("shows anything but text as JSON", () => {
  expect(quoteValue({ a: [1, null] })).toBe('“{"a":[1,null]}”');
  expect(quoteValue(undefined)).toBe("“nothing”");
});
