import { expect, test } from "vitest";
import type { PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import { claimOf, pValueOf } from "./claim.ts";
import { claimWords, moreCases } from "./claim-words.ts";

const comparison = (change: Partial<PairedComparison> = {}): PairedComparison => ({
  n: 200,
  baselineMean: 0.8,
  candidateMean: 0.85,
  difference: 0.05,
  lower: 0.01,
  upper: 0.09,
  pValue: 0.01,
  regressed: 5,
  fixed: 15,
  method: "a test",
  why: "because",
  noWorse: { margin: 0.02, verdict: "better", lower: 0.02, casesNeeded: null },
  casesNeeded: null,
  ...change,
});
const open: Partial<PairedComparison> = {
  lower: -0.05,
  upper: 0.07,
  noWorse: { margin: 0.02, verdict: "cannot tell", lower: -0.04, casesNeeded: 243 },
  casesNeeded: 900,
};
const say = (given: PairedComparison | null, adjustedP: number, isWithheld = false) =>
  claimWords(claimOf(given, { adjustedP, isWithheld }), 0.02);

test.each<[string, PairedComparison | null, number]>([
  ["better", comparison(), 0.04],
  ["worse", comparison({ lower: -0.09, upper: -0.01, noWorse: null }), 0.04],
  // Excludes no change alone and not after correction: no colour, but the margin is kept.
  ["no worse than 2 points", comparison(), 0.2],
  ["cannot tell yet: about 250 more cases", comparison(open), 0.6],
  ["cannot tell yet: about 900 more cases", comparison({ ...open, noWorse: null }), 0.6],
  ["cannot tell yet", comparison({ ...open, noWorse: null, casesNeeded: null }), 0.6],
  ["no shared cases", null, 1],
  ["cannot tell yet: shown alone, not after correction", comparison({ noWorse: null }), 0.2],
  // Seven cases that all agree: no spread, and still far from ruling out a loss of 2 points.
  [
    "cannot tell yet: about 130 more cases",
    comparison({
      ...open,
      n: 7,
      noWorse: { margin: 0.02, verdict: "cannot tell", lower: -0.3, casesNeeded: 1 },
      casesNeeded: null,
    }),
    1,
  ],
])("%s", (words, given, adjustedP) => {
  expect(say(given, adjustedP)).toBe(words);
});

test("runs that are too unlike get no verdict, however small the p-value", () => {
  expect(say(comparison(), 0.001, true)).toBe("no verdict");
});

test("where every case differs by the same amount, the signs are tested", () => {
  expect(pValueOf(comparison({ pValue: null, fixed: 10, regressed: 0 }))).toBeCloseTo(2 * 0.5 ** 10, 12);
});

test.each([
  [1, "1 more case"],
  [7, "7 more cases"],
  [243, "250 more cases"],
  [12_310, "13,000 more cases"],
])("%i", (count, words) => expect(moreCases(count)).toBe(words));
