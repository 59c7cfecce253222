import { expect, test } from "vitest";
import { binaryDecision, binaryRules } from "./binary-decision.ts";
import { decidePassed } from "./decide-passed.ts";
import { answered } from "./testing/grader-examples.ts";
import { inlineGrader } from "./testing/inline-grader.ts";

test.each([
  ["higher", 1, "met"],
  ["higher", 0.5, "met"],
  ["higher", 0, "always"],
  ["lower", 0, "not-met"],
  ["lower", 0.5, "not-met"],
  ["lower", 1, "always"],
] as const)("direction %s and threshold %d: %s", (direction, threshold, decision) => {
  expect(binaryDecision({ direction, threshold })).toBe(decision);
  expect(decidePassed({ direction, threshold, score: 1 })).toBe(decision !== "not-met");
  expect(decidePassed({ direction, threshold, score: 0 })).toBe(decision !== "met");
});

test("a negated grader passes what the check fails, says so, and does not judge what it cannot", () => {
  const config = { source: "expected", texts: [], mode: "any", ignoreCase: true };
  const grade = inlineGrader({ kind: "contains", config, ...binaryRules["not-met"] });
  expect(grade(answered("I am sorry", "sorry"))).toEqual({
    status: "scored",
    score: 1,
    passed: false,
    reason: "The answer contains “sorry”. That is what this grader does not want.",
    detail: { found: ["sorry"], missing: [] },
  });
  expect(grade(answered("It is done", "sorry"))).toMatchObject({ score: 0, passed: true });
  expect(grade(answered("It is done"))).toMatchObject({ status: "unscored" });
});
