import { expect, test } from "vitest";
import { gradeWith } from "../../testing/grade-with.ts";

test.each([
  ["the same words in another order", "blue red", "Red, the blue!", 1],
  ["half of the words", "a cat sat", "cat", 2 / 3],
  ["nothing in common", "cat", "dog", 0],
  ["the best of several", ["dog", "cat"], "cat", 1],
  ["an empty expected text and an empty answer", "", "", 1],
  ["an empty expected text and an answer", "", "cat", 0],
])("token F1: %s", (_name, expected, output, score) => {
  const graded = gradeWith("token-f1", {}, { expected, output });
  expect(graded).toMatchObject({ status: "scored", passed: score >= 0.5 });
  expect(graded.status === "scored" && graded.score).toBeCloseTo(score, 12);
});

// The first row is the example in the README of rouge_score.
test.each([
  [
    "f1",
    false,
    "The quick brown fox jumps over the lazy dog",
    "The quick brown dog jumps on the log.",
    2 / (9 / 5 + 8 / 5),
  ],
  ["recall", false, "a b c d", "a x c", 2 / 4],
  ["precision", false, "a b c d", "a x c", 2 / 3],
  ["f1", true, "running tests", "runs test", 1],
  ["f1", false, "running tests", "runs test", 0],
  ["f1", false, ["x y", "a b"], "a b", 1],
  ["f1", false, "a b", "", 0],
])("ROUGE-L %s, stemmed %s: %j against %j", (measure, stem, expected, output, score) => {
  const graded = gradeWith("rouge-l", { measure, stem }, { expected, output });
  expect(graded.status === "scored" && graded.score).toBeCloseTo(score, 12);
});

test("ROUGE-L is unscored where it cannot read the expected text, or it is too long", () => {
  expect(gradeWith("rouge-l", {}, { expected: "こんにちは", output: "hello" })).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(/Latin letters/),
  });
  expect(gradeWith("rouge-l", {}, { expected: "a ".repeat(60_000), output: "a" })).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(/too long/),
  });
});
