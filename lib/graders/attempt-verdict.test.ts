import { describe, expect, test } from "vitest";
import {
  type AttemptVerdict,
  attemptVerdict,
  type CountedGrade,
  type CountedGrader,
} from "./attempt-verdict.ts";
import type { VerdictRule } from "./verdict/verdict-rule.ts";

type One = CountedGrade & CountedGrader;
const grade = (passed: boolean | null, change: Partial<One>): One => ({
  status: passed === null ? "unscored" : "scored",
  score: passed === null ? null : Number(passed),
  passed,
  weight: 1,
  critical: false,
  direction: "higher",
  ...change,
});
const pass = (change: Partial<One> = {}) => grade(true, change);
const fail = (change: Partial<One> = {}) => grade(false, change);
const none = (change: Partial<One> = {}) => grade(null, change);
const verdictOf = (grades: readonly One[], rule: VerdictRule) => attemptVerdict(grades, grades, rule);
const critical = { critical: true };
const atLeast = (threshold: number): VerdictRule => ({ kind: "weighted", threshold });
type Row = [string, One[], AttemptVerdict];

describe("every grader", () => {
  test.each<Row>([
    ["no graders", [], "unscored"],
    ["all passed", [pass(), pass({ weight: 2 })], "passed"],
    ["one failed", [pass({ weight: 5 }), fail({ weight: 0.1 })], "failed"],
    ["failed beside unscored", [none(), fail()], "failed"],
    ["passed beside unscored", [pass(), none()], "unscored"],
    ["a failure of weight 0", [pass(), fail({ weight: 0 })], "passed"],
    ["unscored of weight 0", [pass(), none({ weight: 0 })], "passed"],
    ["only weight 0", [pass({ weight: 0 }), fail({ weight: 0 })], "unscored"],
    ["scored without a decision", [pass({ passed: null })], "unscored"],
    ["a negative weight", [fail({ weight: -1 })], "unscored"],
  ])("%s", (_name, grades, verdict) => expect(verdictOf(grades, { kind: "all" })).toBe(verdict));
});

describe("one is enough", () => {
  test.each<Row>([
    ["no graders", [], "unscored"],
    ["one passed", [fail(), pass()], "passed"],
    ["one passed beside unscored", [none(), pass()], "passed"],
    ["none passed, one could not judge", [fail(), none()], "unscored"],
    ["all failed", [fail(), fail()], "failed"],
    ["only a recorded one passed", [pass({ weight: 0 }), fail()], "failed"],
    ["only recorded ones", [pass({ weight: 0 })], "unscored"],
    ["a critical one failed", [pass(), fail(critical)], "failed"],
    ["a critical one could not judge", [pass(), none(critical)], "unscored"],
    ["a critical one could not judge, the others failed", [fail(), none(critical)], "failed"],
    ["a critical one does not stand in for the others", [fail(), pass(critical)], "failed"],
    ["a critical one and another", [fail(), pass(), pass(critical)], "passed"],
    ["all are critical", [pass(critical), pass(critical)], "passed"],
    ["all are critical, one failed", [pass(critical), fail(critical)], "failed"],
    ["all are critical, one could not judge", [pass(critical), none(critical)], "unscored"],
  ])("%s", (_name, grades, verdict) => expect(verdictOf(grades, { kind: "any" })).toBe(verdict));
});

describe("the weighted mean", () => {
  test.each<[...Row, number]>([
    ["no graders", [], "unscored", 0.5],
    ["at the threshold", [pass(), fail()], "passed", 0.5],
    ["below it", [pass(), fail({ weight: 2 })], "failed", 0.5],
    ["binary fractions", [0.1, 0.2, 0.3].map((score) => fail({ score })), "passed", 0.2],
    ["a grader's own threshold plays no part", [fail({ score: 0.6 })], "passed", 0.6],
    ["lower is better", [fail({ score: 0.2, direction: "lower" })], "passed", 0.8],
    ["weight 0 does not count", [pass(), fail({ weight: 0 })], "passed", 1],
    ["a score is missing", [pass(), none()], "unscored", 0.5],
    ["a score is missing and could not help", [fail(), none()], "failed", 0.6],
    ["a score is missing and could just help", [fail(), none()], "unscored", 0.5],
    ["a critical one failed", [pass({ weight: 9 }), fail(critical)], "failed", 0.5],
    ["a critical one passed by its own threshold", [pass({ score: 0.5, critical: true })], "failed", 0.6],
    ["a critical one could not judge", [pass({ weight: 9 }), none(critical)], "unscored", 0.5],
  ])("%s", (_name, grades, verdict, threshold) => {
    expect(verdictOf(grades, atLeast(threshold))).toBe(verdict);
  });
});

describe("over every combination of three graders", () => {
  const kinds = [true, false, null].flatMap((passed) =>
    [0, 1, 2].flatMap((weight) =>
      weight === 0
        ? [grade(passed, { weight })]
        : [grade(passed, { weight }), grade(passed, { weight, ...critical })],
    ),
  );
  const triples = kinds.flatMap((a) => kinds.flatMap((b) => kinds.map((c) => [a, b, c])));
  const rules: VerdictRule[] = [{ kind: "all" }, { kind: "any" }, atLeast(0), atLeast(0.5), atLeast(1)];
  /** Every way in which the missing scores could have come out. */
  function completions([first, ...rest]: readonly One[]): One[][] {
    if (first === undefined) return [[]];
    const { passed, weight, critical: isCritical } = first;
    const ways = passed === null ? [true, false] : [passed];
    return completions(rest).flatMap((tail) =>
      ways.map((way) => [grade(way, { weight, critical: isCritical }), ...tail]),
    );
  }

  test.each(rules)("what is decided would be decided so whatever was missing: %j", (rule) => {
    for (const triple of triples) {
      const verdict = verdictOf(triple, rule);
      if (verdict === "unscored") continue;
      for (const whole of completions(triple)) expect(verdictOf(whole, rule)).toBe(verdict);
    }
  });

  test.each(rules)("equals the rule in words where every grader could judge: %j", (rule) => {
    for (const triple of triples) {
      if (triple.some(({ passed }) => passed === null)) continue;
      const counting = triple.filter(({ weight }) => weight > 0);
      const others = counting.filter((one) => !one.critical);
      const total = counting.reduce((sum, { weight }) => sum + weight, 0);
      const mean = counting.reduce((sum, one) => sum + one.weight * (one.score ?? 0), 0) / total;
      const holds = {
        all: counting.every(({ passed }) => passed),
        any: others.length === 0 || others.some(({ passed }) => passed),
        weighted: rule.kind === "weighted" && mean >= rule.threshold - 1e-9,
      }[rule.kind];
      const isSafe = counting.every((one) => !one.critical || one.passed);
      const verdict = counting.length === 0 ? "unscored" : holds && isSafe ? "passed" : "failed";
      expect(verdictOf(triple, rule)).toBe(verdict);
    }
  });
});
