import { describe, expect, test } from "vitest";
import { gradeWith } from "../../testing/grade-with.ts";

const fixed = (texts: string[], more: object = {}) => ({ source: "config", texts, ...more });

test.each([
  ["starts-with", {}, "Dear", " dear customer", 1],
  ["starts-with", { trim: false }, "Dear", " dear customer", 0],
  ["starts-with", { ignoreCase: false }, "Dear", "dear customer", 0],
  ["starts-with", {}, ["Dear", "Hello"], "Hello there", 1],
  ["starts-with", fixed(["YES"]), undefined, "yes, it is", 1],
  ["starts-with", {}, "Dear", "Oh dear", 0],
  ["starts-with", {}, "İstanbul", "İSTANBUL is large", 1],
  ["ends-with", {}, "regards", "Kind Regards\n", 1],
  ["ends-with", { trim: false }, "regards", "Kind regards\n", 0],
  ["ends-with", {}, ["now", "later"], "See you later", 1],
  ["ends-with", {}, "regards", "regards, Anna", 0],
  ["ends-with", {}, 42, "It is 42", 1],
])("%s %j: %j in %j", (kind, config, expected, output, score) => {
  expect(gradeWith(kind, config, { expected, output })).toMatchObject({ status: "scored", score });
});

test("a beginning that differs is shown", () => {
  expect(gradeWith("starts-with", {}, { expected: "Dear", output: "Hi" }).reason).toBe(
    "The answer does not begin with “Dear”; it begins with “Hi”.",
  );
  expect(gradeWith("ends-with", {}, { expected: "", output: "Hi" }).status).toBe("unscored");
});

test.each([
  ["the answer contains the expected text", {}, "the Eiffel Tower", "It is the eiffel tower!", 1],
  ["the answer is a part of the expected text", {}, "the Eiffel Tower in Paris", "Eiffel Tower", 1],
  ["a part of a word", {}, "art", "a party", 0],
  ["a part of a word, allowed", { wholeWords: false }, "art", "a party", 1],
  ["a later place is a whole word", {}, "art", "party art", 1],
  ["only one way", { direction: "expected-in-answer" }, "Eiffel Tower in Paris", "Eiffel Tower", 0],
  ["only the other way", { direction: "answer-in-expected" }, "Eiffel Tower", "The Eiffel Tower in Paris", 0],
  ["an empty answer", {}, "Paris", "", 0],
  ["both empty", {}, "", " ", 1],
  ["any of a list", {}, ["Rome", "Paris"], "in Paris, of course", 1],
  ["nothing in common", {}, "Rome", "Paris", 0],
])("fuzzy containment: %s", (_name, config, expected, output, score) => {
  expect(gradeWith("fuzzy-containment", config, { expected, output })).toMatchObject({
    status: "scored",
    score,
  });
});

// The first rows are the examples in HELM's tests of these measures, the rest follows from its definitions.
test.each([
  ["quasi-exact", "whole", "pasta dish", "The Pasta  dish.", 1],
  ["leave-articles", "whole", "pasta dish", "The Pasta  dish.", 0],
  ["leave-articles", "whole", "the pasta dish", "The Pasta  dish.", 1],
  ["exact", "whole", "Pasta", " Pasta\n", 1],
  ["exact", "whole", "Pasta", "pasta", 0],
  ["exact", "prefix", "Pasta", "Pasta, and more", 1],
  ["quasi-exact", "prefix", "pasta", "The pasta, and more", 1],
  ["quasi-exact", "whole", "pasta", "", 0],
])("quasi-exact %s %s: %j and %j", (convention, scope, expected, output, score) => {
  expect(gradeWith("quasi-exact", { convention, scope }, { expected, output })).toMatchObject({ score });
});

describe("edits", () => {
  test.each([
    [{}, "kitten", "sitting", 1, 3],
    [{ maximumEdits: 2 }, "kitten", "sitting", 0, 3],
    [{ maximumEdits: 1 }, "👍 yes", "👎 yes", 1, 1],
    [{ maximumEdits: 0, normalisations: ["case"] }, "Kitten", "kitten", 1, 0],
    [{ maximumEdits: 1 }, ["abc", "sitting"], "sittin", 1, 1],
  ])("%j: %j and %j", (config, expected, output, score, edits) => {
    expect(gradeWith("maximum-edits", config, { expected, output })).toMatchObject({
      score,
      detail: { edits },
    });
  });

  test("a difference in length alone decides without a comparison", () => {
    const graded = gradeWith(
      "maximum-edits",
      {},
      { expected: "a".repeat(900_000), output: "b".repeat(800_000) },
    );
    expect(graded).toMatchObject({ status: "scored", score: 0 });
  });

  test.each([
    ["kitten", "sitting", 1 - 3 / 7],
    ["", "", 1],
    ["abc", "", 0],
    [["xyz", "kitten"], "kitten", 1],
  ])("similarity of %j and %j", (expected, output, score) => {
    const graded = gradeWith("edit-similarity", {}, { expected, output });
    expect(graded.status === "scored" && graded.score).toBeCloseTo(score, 12);
  });

  test("texts that take too long are unscored", () => {
    const graded = gradeWith(
      "edit-similarity",
      {},
      { expected: "a".repeat(50_000), output: "b".repeat(50_000) },
    );
    expect(graded).toMatchObject({ status: "unscored", reason: expect.stringMatching(/too long/) });
  });
});

test.each([
  [{ minimum: 2, maximum: 3 }, "two words", 1],
  [{ minimum: 2, maximum: 3 }, "one", 0],
  [{ minimum: 3, maximum: 3 }, "exactly  three\nwords", 1],
  [{ minimum: null, maximum: 0 }, " ", 1],
  [{ minimum: 1, maximum: null }, "", 0],
])("word count %j: %j", (config, output, score) => {
  expect(gradeWith("word-count", config, { output })).toMatchObject({ status: "scored", score });
});

test("bounds that nothing can meet are a configuration error", () => {
  expect(gradeWith("word-count", { minimum: 3, maximum: 2 }, { output: "x" }).reason).toMatch(
    /cannot be below/,
  );
  expect(gradeWith("word-count", { minimum: null, maximum: null }, { output: "x" }).reason).toMatch(/fewest/);
});
