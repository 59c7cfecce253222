import { describe, expect, test } from "vitest";
import { trendLines } from "../series/trend-lines.ts";
import { trendRunOf as run } from "../testing/trend-run-of.ts";
import { type AcceptedRun, alarmPairs } from "./alarm-pairs.ts";

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

  test("a run without the grader is not the newest one of its line", () => {
    const gap = lines.map((line) => ({
      ...line,
      points: line.points.map((point) => (point.number === 3 ? { ...point, y: null, n: 0 } : point)),
    }));
    expect(alarmPairs(gap, runs, []).map((pair) => pair.candidate.number)).toEqual([4, 1, 2]);
  });

  test("the accepted run itself, against the one that was accepted before it", () => {
    expect(pairsWith([acceptedRun(3, 2), acceptedRun(1, 1)])[1]).toEqual([3, "accepted 1", true]);
    expect(pairsWith([acceptedRun(3, 2)])[1]).toEqual([3, "previous 1", true]);
  });
});
