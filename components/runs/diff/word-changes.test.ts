import fc from "fast-check";
import { expect, test } from "vitest";
import { wordChanges } from "./word-changes.ts";

const sideOf = (before: string, after: string, type: "removed" | "added") => {
  const changes = wordChanges(before, after);
  if (typeof changes === "string") throw new Error(changes);
  return changes
    .filter((change) => change.type === "same" || change.type === type)
    .map((change) => change.text)
    .join("");
};

test("names the words that differ", () => {
  expect(wordChanges("Refund the order", "Refund the parcel")).toEqual([
    { type: "same", text: "Refund the " },
    { type: "removed", text: "order" },
    { type: "added", text: "parcel" },
  ]);
});

test("phrases that were exchanged word by word are marked as a whole", () => {
  expect(wordChanges("see the old order", "see my new parcel")).toEqual([
    { type: "same", text: "see " },
    { type: "removed", text: "the old order" },
    { type: "added", text: "my new parcel" },
  ]);
});

test("equal texts have one part, empty ones none", () => {
  expect(wordChanges("a\nb", "a\nb")).toEqual([{ type: "same", text: "a\nb" }]);
  expect(wordChanges("", "")).toEqual([]);
});

test("both texts can be read back from the parts", () => {
  const text = fc
    .array(fc.constantFrom("word", "other", " ", "\n", "é", "🙂", "\u200f", ".", "\ud800"))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(sideOf(before, after, "removed")).toBe(before);
      expect(sideOf(before, after, "added")).toBe(after);
    }),
  );
});

test("gives up on texts that are too long or share too little", () => {
  expect(wordChanges("a".repeat(150_000), "b".repeat(150_000))).toBe("too-long");
  const words = (word: string) => Array.from({ length: 5_000 }, (_, i) => `${word}${i}`).join(" ");
  expect(wordChanges(words("x"), words("y"))).toBe("too-different");
});
