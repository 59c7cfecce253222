import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeQuality } from "../judge/judge-quality.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { areaUnderCurve } from "./area-under-curve.ts";
import { brierScore } from "./brier-score.ts";
import { calibrationIntervals } from "./calibration-intervals.ts";
import { classificationDifferences, classificationIntervals } from "./classification-intervals.ts";
import { classificationScores } from "./classification-scores.ts";
import { confusionMatrix } from "./confusion.ts";
import { expectedCalibrationError } from "./expected-calibration-error.ts";

const label = fc.constantFrom("a", "b", "c");
const pairs = fc.array(fc.record({ expected: label, actual: label }), { minLength: 1, maxLength: 40 });

function scoresOf(list: readonly { expected: string; actual: string }[]) {
  const { counts, labels } = confusionMatrix(list);
  return classificationScores(counts.flat(), labels.length);
}

describe("classificationScores", () => {
  it("agrees with the confusion matrix, within bounds, whatever the order of cases", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const scores = scoresOf(list);
        const matrix = confusionMatrix(list);
        expect(scores?.accuracy).toBeCloseTo(matrix.accuracy ?? 9, 12);
        expect(scores?.f1.macro).toBeCloseTo(matrix.macroF1 ?? 9, 12);
        expect(scores?.recall.weighted).toBeCloseTo(scores?.accuracy ?? 9, 12);
        expect(scoresOf(list.toReversed())?.matthews ?? 9).toBeCloseTo(scores?.matthews ?? 9, 10);
        for (const value of [scores?.matthews, scores?.kappa]) {
          expect(Math.abs(value ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it("of two labels has the correlation and kappa of a judge's table", () => {
    const count = fc.nat(40);
    fc.assert(
      fc.property(count, count, count, count, (bothPass, onlyHumanPass, onlyJudgePass, bothFail) => {
        const scores = classificationScores([bothPass, onlyHumanPass, onlyJudgePass, bothFail], 2);
        const judge = judgeQuality({ bothPass, onlyHumanPass, onlyJudgePass, bothFail });
        expect(scores?.matthews ?? 9).toBeCloseTo(judge?.matthews ?? 9, 9);
        expect(scores?.kappa ?? 9).toBeCloseTo(judge?.kappa?.kappa ?? 9, 9);
      }),
    );
  });

  it("is null without cases and refuses a table of another size", () => {
    expect(classificationScores([], 0)).toBeNull();
    expect(classificationScores([0, 0, 0, 0], 2)).toBeNull();
    expect(() => classificationScores([1, 2], 2)).toThrow("2 labels need 4");
  });

  // Figures by hand: recalls 0.8, 0.5, 0; precisions 0.8, 0.5, 0.
  it("gives the means of three labels", () => {
    const scores = classificationScores([8, 1, 1, 1, 2, 1, 1, 1, 0], 3);
    expect(scores?.recall.macro).toBeCloseTo((0.8 + 0.5) / 3, 12);
    expect(scores?.precision.macro).toBeCloseTo((0.8 + 0.5) / 3, 12);
    expect(scores?.f1.weighted).toBeCloseTo((0.8 * 10 + 0.5 * 4) / 16, 12);
    expect(scores?.accuracy).toBe(10 / 16);
  });
});

describe("classificationIntervals", () => {
  it("cover the true macro F1 in about 95 % of trials", () => {
    const random = seededRandom(31);
    const names = ["a", "b", "c"];
    // Every label is as frequent, and right with chance 0.7, else one of the others: F1 is 0.7 for each.
    const draw = () => {
      const expected = random.below(3);
      const actual = random.below(10) < 7 ? expected : (expected + 1 + random.below(2)) % 3;
      return { expected: names[expected] ?? "", actual: names[actual] ?? "" };
    };
    let covered = 0;
    for (let trial = 0; trial < 300; trial += 1) {
      const list = Array.from({ length: 150 }, draw);
      const limits = classificationIntervals(list, { resamples: 200, seed: trial }).get("macroF1")?.bca;
      if (limits && limits.lower <= 0.7 && 0.7 <= limits.upper) covered += 1;
    }
    expect(covered / 300).toBeGreaterThan(0.92);
    expect(covered / 300).toBeLessThan(0.98);
  });

  it("have no Matthews correlation where all answers are one label, and nothing without cases", () => {
    const same = Array.from({ length: 20 }, (_, index) => ({ expected: index % 2 ? "a" : "b", actual: "a" }));
    const intervals = classificationIntervals(same, { resamples: 100 });
    expect(intervals.get("matthews")).toBeNull();
    expect(intervals.get("accuracy")?.estimate).toBe(0.5);
    expect([...classificationIntervals([]).values()].every((interval) => interval === null)).toBe(true);
  });
});

describe("classificationDifferences", () => {
  const random = seededRandom(14);
  const first = Array.from({ length: 200 }, (_, index) => {
    const expected = index % 2 ? "a" : "b";
    return { expected, actual: random.below(10) < 8 ? expected : "b" };
  });

  it("are exactly 0 for a run against itself, although each run alone is uncertain", () => {
    const difference = classificationDifferences(first, first, { resamples: 100 }).get("macroF1");
    expect(difference).toMatchObject({ estimate: 0, standardError: 0 });
    expect(classificationIntervals(first, { resamples: 100 }).get("macroF1")?.standardError).toBeGreaterThan(
      0.01,
    );
  });

  it("are narrower than two separate runs suggest, and change sign with their order", () => {
    const second = first.map((pair, index) => (index % 20 === 0 ? { ...pair, actual: "c" } : pair));
    const settings = { resamples: 500 };
    const one = classificationDifferences(first, second, settings).get("accuracy");
    const other = classificationDifferences(second, first, settings).get("accuracy");
    expect(one?.percentile.lower).toBeCloseTo(-(other?.percentile.upper ?? 9), 12);
    const alone = classificationIntervals(first, settings).get("accuracy")?.standardError ?? 0;
    expect(one?.standardError).toBeLessThan(alone);
    expect(() => classificationDifferences(first, [])).toThrow("200 answers and the second 0");
  });
});

describe("stated confidence", () => {
  const records = fc.array(
    fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), correct: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 50,
    },
  );

  it("loses no record in the bins and has an error of at most 1", () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 20 }), (list, bins) => {
        const result = expectedCalibrationError(list, bins);
        expect(result?.bins.reduce((sum, bin) => sum + bin.total, 0)).toBe(list.length);
        expect(result?.error).toBeLessThanOrEqual(1);
        for (const { from, to, meanConfidence } of result?.bins ?? []) {
          if (meanConfidence !== null) {
            expect(meanConfidence).toBeGreaterThanOrEqual(from - 1e-12);
            expect(meanConfidence).toBeLessThanOrEqual(to + 1e-12);
          }
        }
        expect(brierScore(list)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has intervals around the same figures", () => {
    const random = seededRandom(11);
    const list = Array.from({ length: 300 }, () => {
      const confidence = random.below(101) / 100;
      return { confidence, correct: random.below(100) < 100 * confidence };
    });
    const { brier, calibrationError } = calibrationIntervals(list, { resamples: 400 });
    expect(brier?.estimate).toBeCloseTo(brierScore(list) ?? 9, 12);
    expect(calibrationError?.estimate).toBeCloseTo(expectedCalibrationError(list)?.error ?? 9, 12);
    // Confidences are uniform and right: the expected score is the mean of c(1 - c), 1/6.
    expect(brier?.percentile.lower).toBeLessThan(1 / 6);
    expect(brier?.percentile.upper).toBeGreaterThan(1 / 6);
    expect(calibrationIntervals([])).toEqual({ brier: null, calibrationError: null });
  });

  it("puts the edge of a bin into the bin below it", () => {
    const edges = [0, 0.1, 0.3, 0.7, 1].map((confidence) => ({ confidence, correct: true }));
    expect(expectedCalibrationError(edges, 10)?.bins.map((bin) => bin.total)).toEqual([
      2, 0, 1, 0, 0, 0, 1, 0, 0, 1,
    ]);
  });

  it("ranks by scores only: a rising map changes nothing, a falling one turns it over", () => {
    fc.assert(
      fc.property(records, (list) => {
        const scored = list.map(({ confidence, correct }) => ({
          score: Math.round(confidence * 10),
          correct,
        }));
        const area = areaUnderCurve(scored);
        const mapped = (to: (score: number) => number) =>
          areaUnderCurve(scored.map(({ score, correct }) => ({ score: to(score), correct })));
        expect(mapped((score) => score ** 3)).toBe(area);
        expect(mapped((score) => -score) ?? 9).toBeCloseTo(area === null ? 9 : 1 - area, 12);
      }),
    );
  });

  it("does not exist without records, and is refused outside 0..1", () => {
    expect(brierScore([])).toBeNull();
    expect(expectedCalibrationError([])).toBeNull();
    expect(areaUnderCurve([{ score: 1, correct: true }])).toBeNull();
    expect(() => brierScore([{ confidence: 1.1, correct: true }])).toThrow("records[0].confidence");
    expect(() => areaUnderCurve([{ score: Number.NaN, correct: true }])).toThrow(RangeError);
  });
});
