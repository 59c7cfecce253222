import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Scorecard, scorecardSchema } from "#lib/scorecards/scorecard.ts";
import { testSlices } from "#lib/scorecards/slices/test-slices.ts";
import { ScorecardView } from "./scorecard-view.tsx";

const rate = (successes: number, total: number, lower: number, upper: number) => ({
  successes,
  total,
  estimate: successes / total,
  lower,
  upper,
});

const grader = {
  graderVersionId: "v1",
  graderId: "g1",
  name: "Overlap",
  version: 1,
  kind: "token-f1",
  direction: "higher",
  threshold: 0.5,
  weight: 1,
  critical: false,
  passed: 493,
  failed: 47,
  unscored: 0,
  passRate: rate(493, 540, 0.886, 0.934),
  meanScore: 0.8,
  scores: null,
};

/** As rows hold it that were stored before most figures were there. */
const oldPayload = {
  counts: { planned: 547, passed: 493, failed: 47, unscored: 0, errored: 7, missing: 0 },
  passRate: rate(493, 540, 0.886, 0.934),
  graders: [grader],
  latencyMs: { n: 540, mean: 200, p50: 180, p95: 400 },
  latencyHistogram: null,
  timeToFirstTokenMs: null,
  tokens: { prompt: 0, completion: 0, cached: 0, reasoning: 0, n: 0 },
  cost: { knownMicroUsd: 540_000, known: 540, unknown: 0 },
  slices: [],
  classification: null,
  errors: [],
};

const counts = { passed: 0, failed: 0, unscored: 0, errored: 0 };
const sliced = (value: string, passed: number, total: number) => ({
  dimension: "tag",
  value,
  counts: { ...counts, passed, failed: total - passed },
  passRate: rate(passed, total, passed / total - 0.05, passed / total + 0.05),
  against: null,
});

const whole: Scorecard = {
  ...scorecardSchema.parse(oldPayload),
  floor: { ...rate(493, 547, 0.873, 0.925), cases: 547 },
  costPerPass: { estimate: 1095, lower: 1060, upper: 1130, passed: 493, n: 547 },
  latencyMs: {
    ...{ n: 540, mean: 200, p50: 180, p95: 400 },
    limits: { p50: { lower: 175, upper: 186 }, p95: { lower: 380, upper: null }, units: 540 },
  },
  graders: [
    {
      ...scorecardSchema.shape.graders.element.parse(grader),
      mean: { lower: 0.78, upper: 0.82, n: 540 },
      quartiles: { min: 0, p25: 0.7, p50: 0.85, p75: 0.95, max: 1 },
      scores: { from: 0, to: 1, counts: [40, 0, 10, 490] },
    },
    {
      ...scorecardSchema.shape.graders.element.parse({
        ...grader,
        graderVersionId: "v2",
        name: "No secrets",
      }),
      ...{ critical: true, passed: 540, failed: 0, passRate: rate(540, 540, 0.99, 1) },
    },
  ],
  slices: testSlices([sliced("hard", 60, 100), sliced("easy", 433, 440)], rate(493, 540, 0.886, 0.934)),
};

function textOf(scorecard: Scorecard, bar: number | null): string {
  const run = { id: "r", number: 7, repetitions: 1, verdictRule: { kind: "all" } as const, graders: [] };
  const view = (
    <ScorecardView
      run={run}
      scorecard={scorecard}
      kindLabels={{}}
      bill={null}
      by={null}
      bar={bar}
      policyBar={0.93}
    />
  );
  return renderToStaticMarkup(view)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("the verdict against the bar comes first, then floors, then figures with what they rest on", () => {
  const text = textOf(whole, 0.93);
  const inOrder = [
    "Misses the bar: 90.1 % [87.3, 92.5] on 547 cases, and even the upper limit stays below 93 %.",
    "Against the bar, 7 cases without a verdict count as not passed",
    "Passed 493 of 540 scored cases: 91.3 % [88.6, 93.4].",
    "set by the policy",
    "Floors",
    "not broken 0 of 540 failed: at most 0.6 % at 95 % confidence. 7 cases it did not judge.",
    "180 ms [175 ms, 186 ms]",
    "from 380 ms, upper limit not estimable",
    "Cost per solved case $0.001095 [$0.001060, $0.001130]",
    "Mean 0.800 [0.780, 0.820] n 540",
    "Median 0.850 middle half 0.700 to 0.950",
    "Of 2 slices over all dimensions 1 is proven to be below the rest of the run and marked",
    "hard ↓ below the rest",
  ];
  const places = inOrder.map((part) => text.indexOf(part));
  expect(inOrder.filter((_, index) => places[index] === -1)).toEqual([]);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test("a scorecard from before shows what it has, and says what it cannot", () => {
  const text = textOf(scorecardSchema.parse(oldPayload), 0.9);
  expect(text).toContain("This run cannot be held against a bar yet.");
  expect(text).toContain("Back to 93 % of the policy");
  expect(text).toContain("Cost per solved case $0.0011");
  expect(text).not.toContain("Floors");
  expect(text).not.toMatch(/NaN|undefined|null/);
});

test("nothing is green", () => {
  const run = { id: "r", number: 7, repetitions: 1, verdictRule: { kind: "all" } as const, graders: [] };
  const props = { run, scorecard: whole, kindLabels: {}, bill: null, by: null, policyBar: null };
  const markup = renderToStaticMarkup(<ScorecardView {...props} bar={0.5} />);
  expect(markup).toContain("Clears the bar");
  expect(markup).not.toMatch(/positive/);
});
