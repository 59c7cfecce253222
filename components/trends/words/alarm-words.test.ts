import { describe, expect, test } from "vitest";
import type { PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import type { Alarm } from "#lib/trends/alarm/list-alarms.ts";
import { trendRunOf } from "#lib/trends/testing/trend-run-of.ts";
import { alarmWords } from "./alarm-words.ts";

const comparison: PairedComparison = {
  n: 700,
  baselineMean: 0.9,
  candidateMean: 0.86,
  difference: -0.04,
  lower: -0.07,
  upper: -0.01,
  pValue: 0.004,
  regressed: 40,
  fixed: 12,
  method: "McNemar mid-p test, Tango score interval",
  why: "",
  noWorse: { margin: 0.02, verdict: "worse", lower: -0.065, casesNeeded: null },
  casesNeeded: null,
};
const alarm: Alarm = {
  lineId: "m1",
  label: "Small",
  candidate: trendRunOf(30),
  reference: { run: trendRunOf(21), kind: "accepted" },
  isAccepted: false,
  comparison,
  unpaired: { changed: 2, onlyBaseline: 0, onlyCandidate: 0, notJudged: 1 },
  measure: "verdict",
  withheld: null,
  graderVersionId: null,
  slice: null,
};
const one = { margin: 0.02, confidence: 0.95, family: 1 };
const wordsOf = (change: Partial<PairedComparison>, rest: Partial<Alarm> = {}) =>
  alarmWords({ ...alarm, comparison: { ...comparison, ...change }, ...rest }, one);
const noWorse = (
  verdict: NonNullable<PairedComparison["noWorse"]>["verdict"],
  casesNeeded: number | null,
) => ({
  noWorse: { margin: 0.02, verdict, lower: -0.05, casesNeeded },
});

describe("the verdict on a newest run", () => {
  test("a loss beyond the margin that is not proven yet says how many cases would prove it", () => {
    expect(wordsOf({ ...noWorse("cannot tell", null), upper: 0.004, casesNeeded: 180 }).headline).toBe(
      "Run 30 against accepted run 21: about 180 more cases would settle whether it is worse.",
    );
  });

  test("worse, with its numbers and method", () => {
    expect(wordsOf({})).toEqual({
      tone: "worse",
      word: "Worse",
      headline: "Run 30 is worse than accepted run 21 by 4.0 points.",
      basis:
        "Difference −4.0 points [−7.0, −1.0] on n = 700 cases of both runs; 40 regressed, 12 fixed; 3 not paired; McNemar mid-p test, Tango score interval, 95 %; p = 0.004",
    });
  });

  test.each([
    [
      noWorse("cannot tell", 238),
      "Run 30 against accepted run 21: about 240 more cases would settle whether it loses more than 2 points.",
    ],
    [
      noWorse("cannot tell", null),
      "Run 30 against accepted run 21: it is too close to tell whether it is worse, and more cases alone would not settle it.",
    ],
    [
      { ...noWorse("no worse", null), upper: 0.01 },
      "Run 30 is no worse than accepted run 21 by more than 2 points.",
    ],
    [
      noWorse("no worse", null),
      "Run 30 is no worse than accepted run 21 by more than 2 points, though it is lower by 4.0 points.",
    ],
    [
      { ...noWorse("better", null), difference: 0.05 },
      "Run 30 is better than accepted run 21 by 5.0 points.",
    ],
  ])("%#", (change, headline) => expect(wordsOf(change).headline).toBe(headline));

  test("no verdict where the judging differs, the first run, and nothing shared", () => {
    expect(wordsOf({}, { withheld: "The runs were judged by different graders." })).toMatchObject({
      tone: "none",
      headline: "Run 30 against accepted run 21: no verdict. The runs were judged by different graders.",
    });
    expect(alarmWords({ ...alarm, reference: null, comparison: null }, one).word).toBe("First run");
    expect(alarmWords({ ...alarm, comparison: null }, one).word).toBe("Nothing shared");
  });

  test("says how wide the intervals are when several lines are looked at", () => {
    const { basis } = alarmWords(alarm, { margin: 0.02, confidence: 1 - 0.05 / 3, family: 3 });
    expect(basis).toContain("98.3 % limits, so that all 3 lines together err in at most 5 %");
  });

  test("scores have no margin", () => {
    const score = { measure: "score" as const };
    expect(wordsOf({ noWorse: null }, score).headline).toBe("Run 30 is worse than accepted run 21 by 0.040.");
    expect(wordsOf({ noWorse: null, upper: 0.02, casesNeeded: 95 }, score).headline).toBe(
      "Run 30 against accepted run 21: about 95 more cases would settle whether it is worse.",
    );
  });
});
