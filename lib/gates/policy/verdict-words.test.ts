import { expect, test } from "vitest";
import type { RuleVerdict } from "./rule-outcome.ts";
import { gateSentence, ruleName, worstFirst } from "./verdict-words.ts";

const rules = (...verdicts: RuleVerdict[]) => verdicts.map((verdict) => ({ verdict }));

test.each([
  ["pass", rules("pass"), "Passes: the one rule of policy 3 is met."],
  ["pass", rules("pass", "pass"), "Passes: all 2 rules of policy 3 are met."],
  ["fail", rules("pass", "fail"), "Fails: 1 of 2 rules of policy 3 is not met."],
  [
    "fail",
    rules("fail", "fail", "not enough evidence"),
    "Fails: 2 of 3 rules of policy 3 are not met, and 1 is open.",
  ],
  [
    "not enough evidence",
    rules("pass", "not enough evidence"),
    "Cannot tell yet: 1 of 2 rules of policy 3 is open, and none fails.",
  ],
] as const)("%s of %j", (verdict, outcomes, sentence) => {
  expect(gateSentence(verdict, outcomes, 3)).toBe(sentence);
});

test("rules have names, and what stands in the way comes first", () => {
  expect(ruleName({ rule: "slice", slice: { dimension: "tag", value: "long" } })).toBe("tag = long");
  expect(ruleName({ rule: "latency", slice: null })).toBe("p95 latency");
  expect(worstFirst(rules("pass", "not enough evidence", "fail")).map(({ verdict }) => verdict)).toEqual([
    "fail",
    "not enough evidence",
    "pass",
  ]);
});
