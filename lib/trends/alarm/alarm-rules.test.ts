import { describe, expect, test } from "vitest";
import { trendLines } from "../series/trend-lines.ts";
import { trendRunOf as run } from "../testing/trend-run-of.ts";
import type { RunPins } from "../trend-run.ts";
import { type AcceptedRun, alarmPairs } from "./alarm-pairs.ts";
import { judgingChange } from "./judging-changes.ts";

const large = { model: { id: "m2", name: "Large", versionNumber: 1 } };
const runs = [run(1), run(2, large), run(3), run(4, { splits: ["held_out"] })];
const lines = trendLines(runs, [], {
  metric: "pass-rate",
  subject: { kind: "whole" },
  graderNames: new Map(),
});
const acceptedRun = (number: number, day: number, change = {}): AcceptedRun => ({
  run: run(number, change),
  approvedAt: new Date(Date.UTC(2026, 0, day)),
});
const pairsWith = (accepted: AcceptedRun[]) =>
  alarmPairs(lines, runs, accepted).map(({ candidate, reference, isAccepted }) => [
    candidate.number,
    reference && `${reference.kind} ${reference.run.number}`,
    isAccepted,
  ]);

describe("what the newest run of a line is held against", () => {
  test("without an accepted run, the run of the line before", () => {
    expect(pairsWith([])).toEqual([
      [4, null, false],
      [3, "previous 1", false],
      [2, null, false],
    ]);
  });

  test("the last accepted run of the same splits, also of another model and outside the range", () => {
    expect(pairsWith([acceptedRun(90, 2), acceptedRun(80, 1)])).toEqual([
      [4, null, false],
      [3, "accepted 90", false],
      [2, "accepted 90", false],
    ]);
    expect(pairsWith([acceptedRun(90, 2, { splits: ["held_out"] })])[0]).toEqual([4, "accepted 90", false]);
  });

  test("the accepted run itself, against the one that was accepted before it", () => {
    expect(pairsWith([acceptedRun(3, 2), acceptedRun(1, 1)])[1]).toEqual([3, "accepted 1", true]);
    expect(pairsWith([acceptedRun(3, 2)])[1]).toEqual([3, "previous 1", true]);
  });
});

describe("runs that were judged differently", () => {
  const grader = (id: string, number: number, decides = true) => ({
    graderId: id,
    versionId: `${id} ${number}`,
    name: id.toUpperCase(),
    number,
    decides,
  });
  const pins = (graders: RunPins["graders"], verdictRule = "all"): RunPins => ({
    graders,
    verdictRule,
    prices: [],
  });

  test.each([
    ["the same graders", pins([grader("a", 1)]), pins([grader("a", 1)]), null, null],
    [
      "a newer one that counts",
      pins([grader("a", 1)]),
      pins([grader("a", 2)]),
      null,
      "by A v1 before and A v2 now",
    ],
    [
      "a newer one without a say",
      pins([grader("a", 1), grader("b", 1, false)]),
      pins([grader("a", 1)]),
      null,
      null,
    ],
    [
      "one more",
      pins([grader("a", 1)]),
      pins([grader("a", 1), grader("b", 1)]),
      null,
      "by no such grader before and B v1 now",
    ],
    [
      "another grader than the one asked about",
      pins([grader("a", 1)]),
      pins([grader("a", 1), grader("b", 1)]),
      "a",
      null,
    ],
    ["a rule over one grader", pins([grader("a", 1)], "all"), pins([grader("a", 1)], "any"), null, null],
    [
      "a rule over two",
      pins([grader("a", 1), grader("b", 1)], "all"),
      pins([grader("a", 1), grader("b", 1)], "any"),
      null,
      "with another rule by which grades become a verdict",
    ],
  ])("%s", (_, before, after, graderId, expected) => {
    expect(judgingChange(before, after, graderId)).toBe(expected);
  });
});
