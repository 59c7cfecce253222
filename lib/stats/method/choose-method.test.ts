import { describe, expect, it } from "vitest";
import { chooseMethod } from "./choose-method.ts";
import { METHOD_NAMES } from "./method-names.ts";
import type { JudgeLabels, MethodQuestion, Question, ScoreKind } from "./method-question.ts";

const QUESTIONS: Question[] = [
  "estimate",
  "floor",
  "compare",
  "no worse",
  "several",
  "trend",
  "live shadow",
  "live split",
];
const SCORES: ScoreKind[] = ["binary", "graded", "judged", "pairwise", "quantile"];
const LABELS = [
  { kind: "none" },
  { kind: "this run", count: 5 },
  { kind: "this run", count: 100 },
  { kind: "calibration", youden: 0.15 },
  { kind: "calibration", youden: 0.7 },
] as const satisfies readonly JudgeLabels[];

const plain: MethodQuestion = {
  score: "binary",
  question: "estimate",
  cases: 200,
  repetitions: 1,
  clusters: null,
  labels: { kind: "none" },
  family: 1,
  skewed: false,
};

/** Every combination of what can be asked. */
function* everyQuestion(): Generator<MethodQuestion> {
  for (const score of SCORES)
    for (const question of QUESTIONS)
      for (const cases of [0, 1, 12, 20, 400])
        for (const repetitions of [1, 5])
          for (const clusters of [null, 1, 12, 40])
            for (const labels of LABELS)
              for (const family of [1, 20])
                for (const skewed of [false, true])
                  if ((clusters ?? 0) <= cases)
                    yield { score, question, cases, repetitions, clusters, labels, family, skewed };
}

describe("chooseMethod", () => {
  it("answers every question, with methods that have a name and one sentence why", () => {
    let asked = 0;
    const used = new Set<string>();
    const bad: string[] = [];
    for (const question of everyQuestion()) {
      asked += 1;
      const choice = chooseMethod(question);
      // One sentence: it begins with a capital or a figure, ends with a full stop, and has no other.
      if (!/^[A-Z0-9]((?!\. )[^\n])*[^.\s]\.$/.test(choice.why)) bad.push(choice.why);
      for (const [field, value] of Object.entries(choice)) {
        if (field === "kind" || field === "why" || value === null) continue;
        used.add(typeof value === "object" ? value.method : value);
      }
    }
    expect(bad).toEqual([]);
    expect(asked).toBeGreaterThan(5_000);
    expect([...used].sort()).toEqual(Object.keys(METHOD_NAMES).sort());
  });

  it.each([
    { change: {}, kind: "interval", interval: "wilson" },
    { change: { question: "floor" }, kind: "interval", interval: "clopper-pearson" },
    { change: { repetitions: 5 }, kind: "interval", interval: "wilson-effective" },
    { change: { clusters: 30 }, kind: "interval", interval: "wilson-effective" },
    { change: { clusters: 30, question: "floor" }, kind: "interval", interval: "korn-graubard" },
    { change: { score: "graded" }, kind: "interval", interval: "t" },
    { change: { score: "graded", repetitions: 3 }, kind: "interval", interval: "t" },
    { change: { score: "graded", clusters: 30 }, kind: "interval", interval: "clustered-t" },
    { change: { score: "graded", skewed: true }, kind: "interval", interval: "bca" },
    { change: { score: "judged", labels: LABELS[2] }, kind: "interval", interval: "ppi" },
    { change: { score: "judged", labels: LABELS[4] }, kind: "interval", interval: "rogan-gladen" },
    { change: { score: "judged" }, kind: "interval", interval: "wilson" },
    { change: { score: "quantile" }, kind: "interval", interval: "order-statistics" },
    { change: { score: "pairwise" }, kind: "interval", interval: "case-bootstrap" },
  ] as const)("estimates $change by $interval", ({ change, ...expected }) => {
    expect(chooseMethod({ ...plain, ...change })).toMatchObject(expected);
  });

  it.each([
    { change: {}, test: "mcnemar-mid-p", interval: "tango" },
    { change: { repetitions: 5 }, test: "paired-t", interval: "t" },
    { change: { repetitions: 5, cases: 12 }, test: "sign-flip-exact", interval: "t" },
    { change: { clusters: 40 }, test: "paired-clustered-t", interval: "clustered-t" },
    { change: { score: "graded" }, test: "paired-t", interval: "t" },
    { change: { score: "graded", skewed: true }, test: "paired-t", interval: "bca" },
    { change: { score: "judged", labels: LABELS[2] }, test: "ppi-differences", interval: "ppi-differences" },
    { change: { score: "judged", labels: LABELS[4] }, test: "mcnemar-mid-p", interval: "tango" },
    { change: { score: "quantile" }, test: "paired-bootstrap", interval: "paired-bootstrap" },
    { change: { score: "pairwise" }, test: "case-bootstrap", interval: "case-bootstrap" },
  ] as const)("compares $change by $test and $interval", ({ change, ...expected }) => {
    const choice = chooseMethod({ ...plain, question: "compare", ...change });
    expect(choice).toMatchObject({ kind: "comparison", ...expected });
  });

  it("tests a margin by the score interval where it can, else by the lower limit", () => {
    expect(chooseMethod({ ...plain, question: "no worse" })).toMatchObject({
      test: "tango-margin",
      interval: "tango",
    });
    expect(chooseMethod({ ...plain, question: "no worse", score: "graded" })).toMatchObject({
      test: "lower-limit-margin",
      interval: "t",
    });
  });

  it("explores many slices by false discoveries and promises by any false alarm", () => {
    const family = 20;
    const slices = { method: "benjamini-hochberg", family };
    const promises = { method: "holm", family };
    expect(chooseMethod({ ...plain, question: "compare", family })).toMatchObject({ adjustment: slices });
    expect(chooseMethod({ ...plain, question: "floor", family })).toMatchObject({ adjustment: promises });
    expect(chooseMethod({ ...plain, question: "no worse", family })).toMatchObject({ adjustment: promises });
    expect(chooseMethod({ ...plain, question: "several", family })).toMatchObject({
      overall: "cochran-q",
      pairs: "mcnemar-mid-p",
      adjustment: promises,
    });
    expect(chooseMethod({ ...plain, family })).toMatchObject({ interval: "wilson", adjustment: null });
  });

  it("watches series and live traffic", () => {
    expect(chooseMethod({ ...plain, question: "trend", cases: 30 })).toMatchObject({
      chart: "laney-chart",
      alarm: "mcnemar-mid-p",
      changePoint: "binomial-change-point",
    });
    expect(chooseMethod({ ...plain, question: "live shadow" })).toMatchObject({
      test: "sequential-mcnemar",
      check: null,
    });
    expect(chooseMethod({ ...plain, question: "live split" })).toMatchObject({ check: "sample-ratio" });
  });

  it.each([
    { change: { cases: 0 }, why: "Nothing has been scored" },
    { change: { score: "graded", cases: 1 }, why: "one case only" },
    { change: { score: "graded", clusters: 1 }, why: "one independent group" },
    { change: { score: "judged", labels: LABELS[3] }, why: "little better than chance" },
    { change: { question: "trend", cases: 1 }, why: "A chart of 1 run has no limits yet" },
    { change: { question: "trend", score: "pairwise" }, why: "opponents" },
    { change: { question: "live split", score: "quantile" }, why: "fixed number of requests" },
  ] as const)("refuses $change", ({ change, why }) => {
    const choice = chooseMethod({ ...plain, ...change });
    expect(choice.kind).toBe("refused");
    expect(choice.why).toContain(why);
  });

  it("refuses numbers that cannot be", () => {
    expect(() => chooseMethod({ ...plain, clusters: 201 })).toThrow("201 clusters of 200 cases");
    expect(() => chooseMethod({ ...plain, repetitions: 0 })).toThrow(RangeError);
    expect(() => chooseMethod({ ...plain, family: 0 })).toThrow(RangeError);
  });
});
