import { expect, test } from "vitest";
import { attemptVerdict } from "./attempt-verdict.ts";

const pass = (weight = 1) => ({ status: "scored" as const, passed: true, weight });
const fail = (weight = 1) => ({ status: "scored" as const, passed: false, weight });
const none = (weight = 1) => ({ status: "unscored" as const, passed: null, weight });

test.each([
  ["no graders", [], "unscored"],
  ["all passed", [pass(), pass(2)], "passed"],
  ["one failed", [pass(5), fail(0.1)], "failed"],
  ["failed beside unscored", [none(), fail()], "failed"],
  ["passed beside unscored", [pass(), none()], "unscored"],
  ["a failure of weight 0", [pass(), fail(0)], "passed"],
  ["unscored of weight 0", [pass(), none(0)], "passed"],
  ["only weight 0", [pass(0), fail(0)], "unscored"],
  ["scored without a decision", [{ status: "scored" as const, passed: null, weight: 1 }], "unscored"],
  ["a negative weight", [fail(-1)], "unscored"],
])("%s", (_name, grades, verdict) => {
  expect(attemptVerdict(grades)).toBe(verdict);
});
