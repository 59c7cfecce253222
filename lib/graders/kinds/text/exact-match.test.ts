import { expect, test } from "vitest";
import { gradeWith } from "../../testing/grade-with.ts";

test.each([
  ["equal", [], "Paris", "Paris", 1],
  ["white space at the ends", [], "Paris", "Paris\n", 0],
  ["white space at the ends, trimmed", ["trim"], "Paris", " Paris\n", 1],
  ["case", ["trim"], "Paris", "paris", 0],
  ["case, ignored", ["case"], "STRASSE é", "strasse É", 1],
  ["inner white space", ["whitespace"], "a b", " a \n\t b ", 1],
  ["punctuation", ["punctuation"], "it's", "its", 1],
  ["punctuation of another script", ["punctuation"], "そう", "そう。", 1],
  ["articles", ["articles", "case"], "The Hague", "hague", 1],
  ["an article inside a word", ["articles"], "theatre", "atre", 0],
  ["full-width letters", ["unicode"], "ABC", "ＡＢＣ", 1],
  ["composed and decomposed", ["unicode"], "é", "e\u0301", 1],
  ["composed and decomposed, untouched", [], "é", "e\u0301", 0],
  ["a number", [], 42, "42", 1],
  ["true", [], true, "true", 1],
  ["a list of accepted answers", [], ["NYC", "New York"], "New York", 1],
  ["none of a list", [], ["NYC", "New York"], "Boston", 0],
  ["an object, other order of keys", [], { a: 1, b: [1, 2] }, '{"b": [1, 2], "a": 1}', 1],
  ["an object, other order of a list", [], { b: [1, 2] }, '{"b": [2, 1]}', 0],
  ["an object and no JSON", [], { a: 1 }, "a is 1", 0],
  ["an empty expected text", [], "", "", 1],
])("%s", (_name, normalisations, expected, output, score) => {
  expect(gradeWith("exact-match", { normalisations }, { expected, output })).toMatchObject({
    status: "scored",
    score,
  });
});

test("says when only something that could be normalised differs", () => {
  const graded = gradeWith("exact-match", {}, { expected: "Billing", output: "billing" });
  expect(graded.reason).toBe(
    "Expected “Billing”, and the answer is “billing”. They differ only in upper and lower case.",
  );
});

test("is unscored when the normalisations leave nothing of the expected value", () => {
  const config = { normalisations: ["articles", "case"] };
  const graded = gradeWith("exact-match", config, { expected: "A", output: "the" });
  expect(graded).toMatchObject({ status: "unscored", reason: expect.stringContaining("“A”") });
});
