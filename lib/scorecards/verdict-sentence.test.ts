import { expect, test } from "vitest";
import { rate } from "./reading/rates/rate.ts";
import { verdictSentence } from "./verdict-sentence.ts";

type Case = [name: string, counts: [number, number, number, number, number], sentence: string];

const spaced = (text: string) => text.replaceAll(" %", "\u202f%");

test.each<Case>([
  [
    "errors stand beside the rate",
    [300, 268, 32, 0, 0],
    "Passed 268 of 300 scored cases: 89.3 % [85.3, 92.3].",
  ],
  [
    "what counts neither way is said",
    [1_300, 1_000, 288, 5, 7],
    "Passed 1,000 of 1,288 scored cases: 77.6 % [75.3, 79.8]. 7 cases errored and 5 could not be scored; they count neither way.",
  ],
  [
    "one error",
    [2, 1, 0, 0, 1],
    "Passed 1 of 1 scored case: 100.0 % [20.7, 100.0]. 1 case errored and counts neither way.",
  ],
  [
    "several that could not be scored",
    [5, 0, 3, 2, 0],
    "Passed 0 of 3 scored cases: 0.0 % [0.0, 56.1]. 2 cases could not be scored and count neither way.",
  ],
  [
    "a cancelled run",
    [10, 4, 0, 0, 0],
    "Passed 4 of 4 scored cases: 100.0 % [51.0, 100.0]. 6 of 10 planned cases were never tried.",
  ],
  [
    "only errors",
    [3, 0, 0, 0, 3],
    "No case could be scored, so there is no pass rate. 3 cases errored and count neither way.",
  ],
  ["cancelled before the first", [3, 0, 0, 0, 0], "No case was tried, so there is no pass rate."],
])("%s", (_name, [planned, passed, failed, unscored, errored], sentence) => {
  const missing = planned - passed - failed - unscored - errored;
  const counts = { planned, passed, failed, unscored, errored, missing };
  expect(verdictSentence({ counts, passRate: rate(passed, passed + failed) })).toBe(spaced(sentence));
});
