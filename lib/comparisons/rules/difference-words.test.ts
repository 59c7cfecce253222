import { expect, test } from "vitest";
import type { PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import type { Claim } from "../forest/claim.ts";
import { differenceWords, formatP } from "./difference-words.ts";

const comparison: PairedComparison = {
  n: 1200,
  baselineMean: 0.8,
  candidateMean: 0.842,
  difference: 0.042,
  lower: 0.011,
  upper: 0.073,
  pValue: 0.008,
  regressed: 40,
  fixed: 90,
  method: "McNemar mid-p test, Tango score interval",
  why: "Both runs answered the same cases.",
  noWorse: null,
  casesNeeded: null,
};
const say = (claim: Claim, change: Partial<PairedComparison> = {}, family = 1) =>
  differenceWords({
    comparison: { ...comparison, ...change },
    claim,
    adjustedP: 0.008,
    family,
    margin: 0.02,
    baseline: "run 3",
    candidate: "run 4",
  });
const turned = { difference: -0.042, lower: -0.073, upper: -0.011 };
const open = { difference: -0.001, lower: -0.02, upper: 0.018 };

test.each<[string, Claim, Partial<PairedComparison>]>([
  ["Better by 4.2 points [1.1, 7.3]", { kind: "better" }, {}],
  ["Worse by 4.2 points [1.1, 7.3]", { kind: "worse" }, turned],
  ["No worse than 2 points: −0.1 points [−2.0, 1.8]", { kind: "no worse" }, open],
  [
    "Cannot tell yet: −0.1 points [−2.0, 1.8]",
    { kind: "cannot tell", casesNeeded: 240, isOnlyAlone: false },
    open,
  ],
  ["No verdict: measured difference +4.2 points [1.1, 7.3]", { kind: "withheld" }, {}],
])("%s", (headline, claim, change) => expect(say(claim, change).headline).toBe(headline));

test("says what it rests on, and for how many runs it is corrected", () => {
  expect(say({ kind: "better" }).detail).toBe(
    "Run 4 passes more of the same cases than run 3. 90 fixed, 40 regressed of n = 1,200 cases with a verdict in both; 95 % interval. McNemar mid-p test, Tango score interval, p = 0.008.",
  );
  expect(say({ kind: "better" }, {}, 3).detail).toMatch(/p = 0\.008 after Holm's correction for 3 runs\.$/);
});

test("says how many more cases would settle it instead of nothing", () => {
  expect(say({ kind: "cannot tell", casesNeeded: 240, isOnlyAlone: false }, open).detail).toContain(
    "about 240 more cases would settle it",
  );
});

test("what one interval shows and the correction does not is said so", () => {
  const alone: Claim = { kind: "cannot tell", casesNeeded: null, isOnlyAlone: true };
  expect(say(alone, turned, 3).detail).toContain("not beyond chance");
});

test("nothing to compare names both runs", () => {
  const words = differenceWords({
    comparison: null,
    claim: { kind: "no pairs" },
    adjustedP: null,
    family: 1,
    margin: 0.02,
    baseline: "run 3",
    candidate: "run 4",
  });
  expect(words.detail).toBe("No case has a verdict in both run 3 and run 4.");
});

test.each([
  [0, "< 0.001"],
  [0.0312, "= 0.031"],
  [0.5, "= 0.50"],
])("p of %d", (p, text) => expect(formatP(p)).toBe(text));
