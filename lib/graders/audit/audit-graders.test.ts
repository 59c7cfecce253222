import { describe, expect, test } from "vitest";
import { auditGraders } from "./audit-graders.ts";
import type { AuditFacts, GraderFacts, LabelCounts, PairFacts, StrictMisses } from "./audit-note.ts";

const exact: GraderFacts = {
  graderId: "g1",
  versionId: "v1",
  name: "Exact match",
  number: 1,
  kind: "exact-match",
  family: "text",
  binary: true,
  threshold: 1,
  passed: 30,
  failed: 20,
  unscored: 0,
  lowestScore: 0,
  highestScore: 1,
  nearThreshold: 30,
  commonReason: null,
  runId: "r1",
  runNumber: 7,
};
const overlap: GraderFacts = {
  ...exact,
  ...{ graderId: "g2", versionId: "v2", name: "Token F1", kind: "token-f1", family: "overlap" },
  ...{ binary: false, threshold: 0.5, lowestScore: 0.1, highestScore: 0.9, nearThreshold: 2 },
};
const pair: PairFacts = {
  ...{ first: "v1", second: "v2", bothPassed: 25, firstOnly: 5, secondOnly: 5, bothFailed: 15 },
  correlation: 0.6,
};
const misses: StrictMisses = {
  ...{ strict: "v1", loose: "v2", misses: 3, strictFailures: 20 },
  ...{ peoplePass: 0, peopleFail: 0 },
  examples: [{ runId: "r1", runNumber: 7, key: "c-1", repetition: 1 }],
};
const labels: LabelCounts = {
  ...{ grader: "v1", bothPassed: 20, graderOnly: 10, humanOnly: 10, bothFailed: 10 },
  ...{ undecided: 0, cases: 50, examples: misses.examples },
};
const facts = (changes: Partial<AuditFacts>): AuditFacts => ({
  graders: [exact],
  pairs: [],
  misses: [],
  labels: [],
  ...changes,
});
const rules = (changes: Partial<AuditFacts>) => auditGraders(facts(changes)).map(({ rule }) => rule);
const alone = (changes: Partial<GraderFacts>, of = exact) => rules({ graders: [{ ...of, ...changes }] });

describe("one grader", () => {
  test.each([
    ["a grader that passes some and fails some", {}, []],
    ["never fails", { passed: 50, failed: 0 }, ["never-fails"]],
    ["always fails", { passed: 0, failed: 50 }, ["always-fails"]],
    ["nothing is said before 20 grades", { passed: 19, failed: 0 }, []],
    ["from 20 on it is", { passed: 20, failed: 0 }, ["never-fails"]],
    ["unscored often", { unscored: 10 }, ["unscored-often"]],
    ["unscored seldom", { unscored: 2 }, []],
    [
      "never scored",
      { passed: 0, failed: 0, unscored: 25, lowestScore: null, highestScore: null },
      ["unscored-often"],
    ],
  ])("%s", (_name, changes, expected) => {
    expect(alone(changes)).toEqual(expected);
  });

  test.each([
    [
      "a score that never varies is told once",
      { passed: 50, failed: 0, lowestScore: 0.7, highestScore: 0.7 },
      ["constant-score"],
    ],
    ["a cliff", { nearThreshold: 10 }, ["threshold-cliff"]],
    ["no cliff", { nearThreshold: 9 }, []],
    ["a threshold at the end of the scale is no cliff", { nearThreshold: 40, threshold: 1 }, []],
  ])("%s", (_name, changes, expected) => {
    expect(alone(changes, overlap)).toEqual(expected);
  });

  test("the bound and the count are told, with the cases behind them", () => {
    const [note] = auditGraders(facts({ graders: [{ ...exact, passed: 0, failed: 50 }] }));
    // Clopper-Pearson's upper end for 0 of 50 is 1 - 0.025^(1/50).
    expect(note?.text).toContain("All 50 scored answers failed, so at most 7.1 % of answers pass.");
    expect(note?.evidence).toEqual({ runId: "r1", runNumber: 7, view: "failed", failedBy: "v1" });
  });

  test("the most common reason is told", () => {
    const reason = { text: "This case has no expected value.", count: 9 };
    const [note] = auditGraders(facts({ graders: [{ ...exact, unscored: 10, commonReason: reason }] }));
    expect(note?.text).toContain("10 of 60 answers are unscored: 16.7 %");
    expect(note?.text).toContain("Most often (9 times): This case has no expected value.");
  });
});

describe("several graders", () => {
  const two = [exact, overlap];
  test.each([
    ["strict, and a looser one passes what it fails", { misses: [misses] }, ["too-strict"]],
    ["two misses are too few", { misses: [{ ...misses, misses: 2 }] }, []],
    ["few of many failures", { misses: [{ ...misses, strictFailures: 100 }] }, []],
    ["always of one mind", { pairs: [{ ...pair, firstOnly: 0, secondOnly: 0 }] }, ["redundant"]],
    [
      "of one mind where nothing fails",
      { pairs: [{ ...pair, firstOnly: 0, secondOnly: 0, bothFailed: 0 }] },
      [],
    ],
    ["related", { pairs: [pair] }, []],
    [
      "unrelated, over enough answers",
      { pairs: [{ ...pair, correlation: 0.01, bothPassed: 300 }] },
      ["unrelated", "unrelated"],
    ],
    ["unrelated, over too few", { pairs: [{ ...pair, correlation: 0.01 }] }, []],
    [
      "unrelated to the clock only",
      {
        graders: [exact, { ...overlap, family: "operations" as const }],
        pairs: [{ ...pair, correlation: 0, bothPassed: 300 }],
      },
      [],
    ],
    [
      "few misses, of which people say that they are right",
      { misses: [{ ...misses, strictFailures: 100, peoplePass: 3 }] },
      ["too-strict"],
    ],
    [
      "many misses, of which people say that they are wrong",
      { misses: [{ ...misses, misses: 9, peoplePass: 1, peopleFail: 4 }] },
      [],
    ],
    ["people disagree", { labels: [labels] }, ["label-disagreement"]],
    ["people agree", { labels: [{ ...labels, graderOnly: 1, humanOnly: 1 }] }, []],
  ])("%s", (_name, changes, expected) => {
    expect(rules({ graders: two, ...changes })).toEqual(expected);
  });

  test("examples are handed on", () => {
    const [note] = auditGraders(facts({ graders: two, misses: [misses] }));
    expect(note?.text).toContain("3 of the 20 answers that it fails (15 %) pass Token F1.");
    expect(note?.examples).toEqual(misses.examples);
  });
});
