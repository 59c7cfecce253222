import { expect, test } from "vitest";
import { gradeWith } from "../../../testing/grade-with.ts";
import { readOptionLetter } from "./option-letter.ts";

test.each([
  ["ANSWER: B", "B"],
  ["answer: b", "B"],
  ["**Answer:** C", "C"],
  ["The answer is b.", "B"],
  ["The answer is (B), because the others are wrong.", "B"],
  ["The correct answer is **C**.", "C"],
  ["Final answer - D", "D"],
  ["I think the correct option is C because of gravity.", "C"],
  ["The answer is A because it is the largest.", "A"],
  ["I choose B", "B"],
  ["I'd go with option C.", "C"],
  ["Option B is the correct answer.", "B"],
  ["So we get \\boxed{B}.", "B"],
  ["The answer is $\\boxed{\\text{D}}$.", "D"],
  ["B", "B"],
  ["(b)", "B"],
  ["b.", "B"],
  ["Option C", "C"],
  ["**D**", "D"],
  ["B) Paris", "B"],
  ["(C) It is Rome", "C"],
  ["D. None of the above", "D"],
  ["It has to be (B) then", "B"],
  ["It must be B.", "B"],
  ["A is wrong, so the answer is B", "B"],
  ["A) is wrong.\nB) is wrong.\nAnswer: C", "C"],
  ["The answer is not A. Answer: B", "B"],
  ["Answer: B\nAnswer: B", "B"],
])("%j chooses %s", (answer, letter) => {
  expect(readOptionLetter(answer, "D")).toEqual({ status: "letter", letter });
});

test.each([
  ["ANSWER: A\nANSWER: B", ["A", "B"]],
  ["The answer is A or B.", ["A", "B"]],
  ["A) Paris\nB) Rome", ["A", "B"]],
  ["Either B or C", ["B", "C"]],
])("%j claims several", (answer, letters) => {
  expect(readOptionLetter(answer, "D")).toEqual({ status: "several", letters });
});

test.each([
  "",
  "Paris",
  "A good question with no letter",
  "The answer is a matter of taste",
  "I am not sure",
  "It is not B",
])("%j chooses none", (answer) => {
  expect(readOptionLetter(answer, "D")).toEqual({ status: "none" });
});

test.each([
  ["the letter", {}, "B", "ANSWER: B", 1],
  ["the letter with its text", {}, "B) Paris", "(b)", 1],
  ["a number from 0", {}, 1, "B", 1],
  ["a number from 1", { firstOption: "1" }, 1, "A", 1],
  ["a number in a text", {}, "2", "C", 1],
  ["another letter", {}, "B", "ANSWER: C", 0],
  ["one of several", {}, ["A", "C"], "ANSWER: C", 1],
  ["a letter that is no option", {}, "B", "ANSWER: G", 0],
  ["no letter", {}, "B", "Paris", 0],
  ["more options", { lastLetter: "J" }, "J", "It is (J)", 1],
])("%s", (_name, config, expected, output, score) => {
  expect(gradeWith("multiple-choice", config, { expected, output })).toMatchObject({
    status: "scored",
    score,
  });
});

test.each([
  ["two letters", {}, "B", "Answer: A. Answer: B."],
  ["no letter, unscored", { withoutLetter: "unscored" }, "B", "Paris"],
  ["an expected value that is no option", {}, "Paris", "B"],
  ["an expected number that is no option", {}, 4, "B"],
])("%s is unscored", (_name, config, expected, output) => {
  expect(gradeWith("multiple-choice", config, { expected, output }).status).toBe("unscored");
});
