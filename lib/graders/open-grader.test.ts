import { expect, test } from "vitest";
import { inlineGrader } from "./testing/inline-grader.ts";

const answer = { input: {}, expected: "yes", output: "yes", metadata: {} };
const exact = {
  kind: "exact-match",
  config: { normalisations: [] },
  direction: "higher",
  threshold: 1,
} as const;

test("scores and decides", () => {
  expect(inlineGrader(exact)(answer)).toMatchObject({ status: "scored", score: 1, passed: true });
  expect(inlineGrader(exact)({ ...answer, output: "no" })).toMatchObject({ score: 0, passed: false });
});

test("with lower as the better direction, the same score decides the other way", () => {
  const grade = inlineGrader({ ...exact, direction: "lower", threshold: 0.5 });
  expect(grade(answer)).toMatchObject({ score: 1, passed: false });
  expect(grade({ ...answer, output: "no" })).toMatchObject({ score: 0, passed: true });
});

test.each([
  ["a kind that does not exist", { ...exact, kind: "toString" }, /no grader of the kind “toString”/],
  [
    "a configuration that does not parse",
    { ...exact, config: { normalisations: ["rot13"] } },
    /configuration is not valid/,
  ],
  ["no configuration", { ...exact, config: null }, /configuration is not valid/],
  [
    "a pattern that cannot run",
    {
      ...exact,
      kind: "regular-expression",
      config: { pattern: "(a)\\1", match: "search", ignoreCase: false, multiline: false, dotAll: false },
    },
    /Back-references/,
  ],
])("%s is unscored and does not throw", (_name, version, reason) => {
  expect(inlineGrader(version)(answer)).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(reason),
  });
});

test("an exception inside a kind is unscored with its message", () => {
  const throwing = new Proxy(answer, {
    get: (target, key) => {
      if (key === "output") throw new Error("no memory left");
      return Reflect.get(target, key);
    },
  });
  expect(inlineGrader(exact)(throwing)).toEqual({
    status: "unscored",
    reason: "The grader could not judge this answer: no memory left",
  });
});

test("a text that is too long for its pattern is unscored with the reason", () => {
  const grade = inlineGrader({
    ...exact,
    kind: "regular-expression",
    config: {
      pattern: "(?:[ab]?){900}c",
      match: "search",
      ignoreCase: false,
      multiline: false,
      dotAll: false,
    },
  });
  expect(grade({ ...answer, output: "ab".repeat(500_000) })).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(/texts of at most [\d,]+ characters/),
  });
});

test("long reasons and details are cut, and not in the middle of a character", () => {
  const grade = inlineGrader({ ...exact, kind: "json-fields", config: jsonFieldsDefaults });
  const long = "👍".repeat(5_000);
  const graded = grade({ ...answer, expected: { name: long }, output: JSON.stringify({ name: "short" }) });
  expect(graded.reason.length).toBeLessThanOrEqual(1_000);
  const detail = JSON.stringify(graded.detail);
  expect(detail).toContain("👍…");
  expect(detail).not.toMatch(/\\ud8/);
});

const jsonFieldsDefaults = {
  defaultRule: "exact",
  fields: [],
  absoluteTolerance: 0,
  relativeTolerance: 0,
  missingIsNull: true,
  extraFields: "allow",
  allowFence: true,
};
