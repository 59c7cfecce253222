import { describe, expect, test } from "vitest";
import type { BarOutcome } from "../bar/bar-outcome.ts";
import { testCandidate } from "../testing/test-board.ts";
import { statedCost } from "./figures.ts";
import { headlineOf } from "./headline.ts";
import { reservationsOf } from "./reservations.ts";

const open: BarOutcome = {
  rule: "pass rate",
  slice: null,
  verdict: "not enough evidence",
  sentence: "Pass rate 91.3 % [88.6, 93.4] on 540 cases: the bar of 90 % lies within.",
  value: 0.913,
  lower: 0.886,
  upper: 0.934,
  bar: 0.9,
  unit: "fraction",
  n: 540,
  method: "Clopper-Pearson interval",
  casesNeeded: 237,
};
const cheap = testCandidate({ name: "cheap", costPer1000: statedCost(1_200_000) });
const dear = testCandidate({ name: "dear", costPer1000: statedCost(9_000_000) });
const unpriced = testCandidate({ name: "unpriced" });
const unsure = testCandidate({
  name: "unsure",
  standing: "not enough evidence",
  rules: [open],
  casesNeeded: 237,
  costPer1000: statedCost(100_000),
});
const unknowable = { ...unsure, casesNeeded: null, rules: [{ ...open, casesNeeded: null }] };
const out = testCandidate({ name: "out", standing: "misses" });
const unasked = testCandidate({ name: "any", standing: null });

describe("headlineOf", () => {
  test.each([
    [
      "the cheapest of several",
      [cheap, dear],
      cheap.run.id,
      "cheap is the cheapest model that provably clears the bar: 94.0\u202f% [91.0, 96.0] on 500 cases, $1.20 per 1,000 requests.",
    ],
    [
      "two of the same cost",
      [cheap, { ...dear, costPer1000: cheap.costPer1000 }],
      cheap.run.id,
      "cheap has the highest pass rate of the cheapest models that provably clear the bar (dear costs the same): 94.0\u202f% [91.0, 96.0] on 500 cases, $1.20 per 1,000 requests.",
    ],
    [
      "the only one",
      [cheap, out],
      cheap.run.id,
      "cheap is the only model, and so the cheapest, that provably clears the bar: 94.0\u202f% [91.0, 96.0] on 500 cases, $1.20 per 1,000 requests.",
    ],
    [
      "the only one, of unknown cost",
      [unpriced, out],
      null,
      "unpriced is the only model that provably clears the bar: 94.0\u202f% [91.0, 96.0] on 500 cases.",
    ],
    [
      "several of unknown cost",
      [unpriced, { ...unpriced, model: { ...unpriced.model, name: "other" } }],
      null,
      "unpriced and other provably clear the bar. What they cost is unknown, so none of them can be called the cheapest.",
    ],
    ["all miss", [out, out], null, "No model clears the bar: all 2 miss it."],
    ["one misses", [out], null, "No model clears the bar: out misses it."],
    [
      "one needs cases",
      [unsure, out],
      null,
      "No model provably clears the bar yet. unsure is closest to an answer: about 240 more cases would tell.",
    ],
    [
      "what cases do not settle",
      [unknowable],
      null,
      `No model provably clears the bar yet. For unsure it cannot be told: ${open.sentence}`,
    ],
    [
      "no bar",
      [unasked],
      null,
      "No bar is set. Say what a model must clear, and the cheapest one that provably does is named here.",
    ],
    ["no runs", [], null, "No model has a finished run on this dataset yet. Start one to weigh models."],
  ])("%s", (_what, candidates, cheapestRunId, sentence) => {
    expect(headlineOf(candidates, cheapestRunId)).toBe(sentence);
  });
});

describe("reservationsOf", () => {
  test("names a cheaper model that may clear, and a cost that is not proven to be lower", () => {
    const nextCost = { name: "dear", difference: 20_000, lower: -10_000, upper: 50_000 };
    const notes = reservationsOf({
      candidates: [cheap, dear, unsure],
      cheapestRunId: cheap.run.id,
      nextCost,
    });
    expect(notes.slice(0, 2)).toEqual([
      "unsure is cheaper: about 240 more cases would tell whether it clears the bar.",
      "It is not proven to be cheaper than dear: the difference is $0.020 [\u2212$0.010, $0.050] per 1,000 requests.",
    ]);
  });

  test("says nothing of the order of costs where the lower one is proven", () => {
    const nextCost = { name: "dear", difference: 20_000, lower: 10_000, upper: 50_000 };
    const notes = reservationsOf({ candidates: [cheap, dear], cheapestRunId: cheap.run.id, nextCost });
    expect(notes.join(" ")).not.toContain("not proven to be cheaper");
    expect(notes).toContain("The cost of cheap and dear was stated, not measured.");
    expect(notes.at(-1)).toContain("in at most 5 % of such choices");
  });

  test("does not repeat what the headline says of the model that is closest to an answer", () => {
    const later = { ...unsure, model: { ...unsure.model, name: "later" }, casesNeeded: 900 };
    const notes = reservationsOf({ candidates: [later, unsure], cheapestRunId: null, nextCost: null });
    expect(notes[0]).toBe("later is open: about 900 more cases would tell whether it clears the bar.");
    expect(notes.join(" ")).not.toContain("unsure is open");
  });

  test("one model alone has no family, and unknown costs are named", () => {
    expect(reservationsOf({ candidates: [unpriced], cheapestRunId: null, nextCost: null })).toEqual([
      "What unpriced costs is not fully known, so it has no place in the order of cost. Set a price for the model, or state the cost per 1,000 requests.",
    ]);
  });
});
