import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { clusteredFloorInterval } from "#lib/stats/intervals/clustered-floor.ts";
import type { Floor } from "../scorecard.ts";
import { aboutCount } from "./about-count.ts";
import { barNotes, barSentence } from "./bar-sentence.ts";
import { judgeAgainstBar } from "./judge-against-bar.ts";

const spaced = (text: string) => text.replaceAll(" %", "\u202f%");

function floor(successes: number, total: number): Floor {
  const interval = clopperPearsonInterval({ successes, total });
  if (interval === null) throw new Error("There are cases.");
  return { successes, total, cases: total, ...interval };
}

const sentenceOf = (successes: number, total: number, bar: number) => {
  const found = floor(successes, total);
  return barSentence(found, bar, judgeAgainstBar(found, bar));
};

test.each([
  [
    493,
    540,
    0.93,
    "Not yet: 91.3 % [88.6, 93.5] on 540 cases, the bar is 93 %; about 430 more cases would settle it.",
  ],
  [
    519,
    540,
    0.93,
    "Clears the bar: 96.1 % [94.1, 97.6] on 540 cases, and even the lower limit reaches 93 %.",
  ],
  [
    450,
    540,
    0.93,
    "Misses the bar: 83.3 % [79.9, 86.4] on 540 cases, and even the upper limit stays below 93 %.",
  ],
  [
    90,
    100,
    0.9,
    "Not yet: 90.0 % [82.4, 95.1] on 100 cases, the bar is 90 %; the rate is at the bar, so no number of cases would settle it.",
  ],
  [
    1,
    1,
    0.925,
    "Not yet: 100.0 % [2.5, 100.0] on 1 case, the bar is 92.5 %; about 47 more cases would settle it.",
  ],
])("%i of %i against %d", (successes, total, bar, sentence) => {
  expect(sentenceOf(successes, total, bar)).toBe(spaced(sentence));
});

describe("more cases", () => {
  it("settle it, in the direction that is said, if the rate stays", () => {
    const run = fc.integer({ min: 10, max: 400 }).chain((total) =>
      fc.record({
        total: fc.constant(total),
        successes: fc.nat(total),
        bar: fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
      }),
    );
    fc.assert(
      fc.property(run, ({ total, successes, bar }) => {
        const found = floor(successes, total);
        const verdict = judgeAgainstBar(found, bar);
        fc.pre(verdict.kind === "not yet" && verdict.moreCases !== null && verdict.moreCases < 100_000);
        if (verdict.kind !== "not yet" || verdict.moreCases === null) return;
        const grown = total + verdict.moreCases;
        const interval = clopperPearsonInterval({ successes: found.estimate * grown, total: grown });
        const later = judgeAgainstBar({ ...found, ...interval, total: grown, cases: grown }, bar);
        expect(later.kind).toBe(verdict.towards);
      }),
      { numRuns: 60 },
    );
  });

  it("are cases and not attempts, and more of them where attempts are alike", () => {
    const groups = [
      { size: 4, successes: 4, clusters: 90 },
      { size: 4, successes: 0, clusters: 10 },
    ];
    const interval = clusteredFloorInterval(groups);
    if (interval === null) throw new Error("There are cases.");
    const repeated: Floor = { successes: 360, total: 400, cases: 100, ...interval };
    const verdict = judgeAgainstBar(repeated, 0.86);
    const single = judgeAgainstBar(floor(90, 100), 0.86);
    if (verdict.kind !== "not yet" || single.kind !== "not yet") throw new Error("Neither is settled.");
    // Attempts at one case all ended alike, so four of them tell what one tells.
    expect(Math.abs((verdict.moreCases ?? 0) / (single.moreCases ?? 1) - 1)).toBeLessThan(0.05);
    expect(barSentence(repeated, 0.86, verdict)).toContain("on 400 attempts at 100 cases");
  });
});

test("notes say what more cases would show, and what counts against the run", () => {
  const found = floor(493, 540);
  expect(barNotes(found, judgeAgainstBar(found, 0.93), 0)).toEqual([
    spaced("If the rate stays at 91.3 %, they would show that the run misses the bar."),
  ]);
  expect(barNotes(found, { kind: "clears" }, 1)).toEqual([
    "Against the bar, 1 case without a verdict counts as not passed, so that nothing planned is dropped.",
  ]);
  expect(barNotes(found, { kind: "misses" }, 0)).toEqual([]);
});

test.each([
  [1, "1"],
  [43, "43"],
  [99, "99"],
  [100, "100"],
  [101, "110"],
  [517, "520"],
  [1_234, "1,300"],
  [98_700, "99,000"],
])("%i is about %s", (cases, text) => {
  expect(aboutCount(cases)).toBe(text);
});
