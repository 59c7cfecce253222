import { expect, test } from "vitest";
import { gradeWith } from "../../testing/grade-with.ts";

const fixed = (texts: string[], more: object = {}) => ({ source: "config", texts, ...more });

test.each([
  ["the expected text", {}, "Paris", "It is PARIS.", 1],
  ["not the expected text", {}, "Paris", "It is Rome.", 0],
  ["case counts", { ignoreCase: false }, "Paris", "It is PARIS.", 0],
  ["a part of a word counts", {}, "art", "A party", 1],
  ["all of a list", {}, ["red", "blue"], "blue and red", 1],
  ["one of a list is not all", {}, ["red", "blue"], "only red", 0],
  ["any of a list", { mode: "any" }, ["red", "blue"], "only red", 1],
  ["none of a list", { mode: "any" }, ["red", "blue"], "green", 0],
  ["fixed texts need no expected value", fixed(["sorry"]), undefined, "I am sorry", 1],
  ["a number", {}, 42, "It is 42.", 1],
])("%s", (_name, config, expected, output, score) => {
  expect(gradeWith("contains", config, { expected, output })).toMatchObject({ status: "scored", score });
});

test("names what is missing", () => {
  const graded = gradeWith("contains", {}, { expected: ["red", "blue"], output: "only red" });
  expect(graded).toMatchObject({ detail: { found: ["red"], missing: ["blue"] } });
  expect(graded.reason).toBe("The answer “only red” does not contain “blue”.");
});

test("an empty expected text is unscored: every answer contains it", () => {
  expect(gradeWith("contains", {}, { expected: "", output: "x" }).status).toBe("unscored");
});

test("fixed texts without a text are a configuration error", () => {
  expect(gradeWith("contains", fixed([]), { expected: "x", output: "x" }).reason).toMatch(
    /at least one text/,
  );
});
