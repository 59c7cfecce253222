import fc from "fast-check";
import { expect, test } from "vitest";
import { bestPoint, thresholdCurve } from "./threshold-curve.ts";

test("counts at every score what a threshold there decides", () => {
  const curve = thresholdCurve([
    { score: 0.9, same: true },
    { score: 0.4, same: false },
    { score: 0.7, same: true },
    { score: 0.7, same: false },
  ]);
  expect(
    curve.map(({ threshold, precision, recall, accuracy }) => [threshold, precision, recall, accuracy]),
  ).toEqual([
    [0.4, 0.5, 1, 0.5],
    [0.7, 2 / 3, 1, 0.75],
    [0.9, 1, 0.5, 0.75],
  ]);
  expect(bestPoint(curve)).toMatchObject({ threshold: 0.7, f1: 0.8 });
});

test("without pairs there is no curve, and without the same ones no recall", () => {
  expect(thresholdCurve([])).toEqual([]);
  expect(bestPoint([])).toBeNull();
  expect(thresholdCurve([{ score: 0.5, same: false }])).toMatchObject([
    { recall: null, precision: 0, f1: 0 },
  ]);
});

test("agrees with counting by hand, whatever the pairs", () => {
  const pair = fc.record({ score: fc.integer({ min: 0, max: 9 }).map((n) => n / 10), same: fc.boolean() });
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (pairs) => {
      for (const point of thresholdCurve(pairs)) {
        const passing = pairs.filter(({ score }) => score >= point.threshold);
        expect(point.truePositives).toBe(passing.filter(({ same }) => same).length);
        expect(point.falsePositives).toBe(passing.filter(({ same }) => !same).length);
        const right = pairs.filter(({ score, same }) => score >= point.threshold === same).length;
        expect(point.accuracy).toBeCloseTo(right / pairs.length, 12);
      }
    }),
  );
});
