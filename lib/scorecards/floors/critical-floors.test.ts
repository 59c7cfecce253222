import { expect, test } from "vitest";
import { zeroFailuresLimit } from "#lib/stats/intervals/zero-failures-limit.ts";
import { rate, rateOfUnits } from "../reading/rates/rate.ts";
import { criticalFloors } from "./critical-floors.ts";

const spaced = (text: string) => text.replaceAll(" %", "\u202f%");

function floorsOf(failed: number, judged: number, planned: number, passRate = rate(judged - failed, judged)) {
  const counts = { planned, passed: judged - failed, failed, unscored: 0, errored: 0, missing: 0 };
  const grader = {
    graderVersionId: "v",
    graderId: "g",
    name: "No personal data",
    failed,
    passed: judged - failed,
    passRate,
  };
  return criticalFloors(
    [
      { ...grader, critical: true },
      { ...grader, critical: false },
    ],
    counts,
    "case",
  );
}

test.each([
  [0, 540, 540, "0 of 540 failed: at most 0.6 % at 95 % confidence."],
  [0, 30, 30, "0 of 30 failed: at most 9.6 % at 95 % confidence."],
  [3, 100, 100, "3 of 100 failed, 3.0 %: at most 7.6 % at 95 % confidence."],
  [0, 530, 540, "0 of 530 failed: at most 0.6 % at 95 % confidence. 10 cases it did not judge."],
  [0, 0, 5, "It judged nothing, so nothing is proven. 5 cases it did not judge."],
])("%i of %i, %i planned", (failed, judged, planned, sentence) => {
  const floors = floorsOf(failed, judged, planned);
  expect(floors.map((floor) => floor.sentence)).toEqual([spaced(sentence)]);
});

test("without a failure the limit is the exact form of the rule of three", () => {
  const [floor] = floorsOf(0, 540, 540);
  expect(floor?.upper).toBeCloseTo(zeroFailuresLimit({ total: 540 })?.exact ?? Number.NaN, 12);
  expect(floor?.method).toContain("rule of three");
});

test("attempts at one case do not prove more than the case", () => {
  const [floor] = floorsOf(0, 400, 400, rateOfUnits([[4, 4, 100]], "case"));
  expect(floor?.upper).toBeCloseTo(zeroFailuresLimit({ total: 100 })?.exact ?? Number.NaN, 12);
  expect(floor?.method).toContain("n 100 because attempts are not all independent");
});
