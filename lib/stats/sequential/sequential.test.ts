import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/seeded-random.ts";
import { asymptoticSequence, boundaryShape } from "./asymptotic-sequence.ts";
import { bettingCapital, bettingSequence } from "./betting-sequence.ts";
import { cuped } from "./cuped.ts";
import { mcnemarEValue } from "./mcnemar-e-value.ts";
import { mixtureRatioHalfWidth, mixtureRatioPath, mixtureRatioTest } from "./mixture-ratio-test.ts";
import { rateConfidenceSequence, rateEValue } from "./rate-e-value.ts";
import { ratioTest } from "./ratio-test-bounds.ts";
import { sampleRatio } from "./sample-ratio.ts";

const LOOKS = 500;
const TRIALS = 400;

/** How often `alarm` fires at any of many looks at passes of rate 0.7. */
function everAlarmed(alarm: (state: { passes: number; total: number }) => boolean): number {
  const random = seededRandom(21);
  let alarmed = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    let passes = 0;
    for (let total = 1; total <= LOOKS; total += 1) {
      if (random.uint32() < 0.7 * 2 ** 32) passes += 1;
      if (alarm({ passes, total })) {
        alarmed += 1;
        break;
      }
    }
  }
  return alarmed / TRIALS;
}

describe("looking after every observation", () => {
  it("raises a false alarm in at most 5 % of trials by e-value, exactly", () => {
    expect(
      everAlarmed(({ passes, total }) => rateEValue({ successes: passes, total, target: 0.7 }).eValue >= 20),
    ).toBeLessThanOrEqual(0.05);
  });

  it("keeps the truth inside the asymptotic sequence in at least 94 % of trials from 30 observations on", () => {
    const shape = boundaryShape({ plannedTotal: 250, plannedVariance: 0.21 });
    const missed = everAlarmed(({ passes, total }) => {
      if (total < 30) return false;
      const mean = passes / total;
      const { lower, upper } = asymptoticSequence({ mean, variance: mean * (1 - mean), total, shape });
      return lower > 0.7 || upper < 0.7;
    });
    expect(missed).toBeLessThan(0.06);
  });

  it("raises a false alarm in at most 5 % of trials by betting", () => {
    const random = seededRandom(4);
    let alarmed = 0;
    for (let trial = 0; trial < TRIALS; trial += 1) {
      // Scores of mean 0.6: uniform on 0.2..1.
      const scores = Array.from({ length: 200 }, () => 0.2 + (0.8 * random.uint32()) / 2 ** 32);
      if (bettingCapital(scores, 0.6).some((capital) => capital >= 20)) alarmed += 1;
    }
    expect(alarmed / TRIALS).toBeLessThanOrEqual(0.05);
  });
});

describe("mcnemarEValue", () => {
  it("does not mind which run comes first, and survives counts beyond a number's range", () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (onlyFirst, onlySecond) => {
        const one = mcnemarEValue({ onlyFirst, onlySecond });
        expect(mcnemarEValue({ onlyFirst: onlySecond, onlySecond: onlyFirst }).logEValue).toBeCloseTo(
          one.logEValue,
          8,
        );
        expect(one.pValue).toBeLessThanOrEqual(1);
      }),
    );
    expect(mcnemarEValue({ onlyFirst: 0, onlySecond: 0 })).toMatchObject({ eValue: 1, pValue: 1 });
    const far = mcnemarEValue({ onlyFirst: 100_000, onlySecond: 0 });
    expect(far.pValue).toBe(0);
    expect(Number.isFinite(far.logEValue)).toBe(true);
    expect(() => mcnemarEValue({ onlyFirst: 1, onlySecond: 1, prior: 0 })).toThrow("prior is 0");
  });
});

describe("rateConfidenceSequence", () => {
  it("holds exactly the targets that are not refuted, around the estimate", () => {
    const rate = fc.tuple(fc.nat(200), fc.nat(200)).filter(([passes, fails]) => passes + fails > 0);
    fc.assert(
      fc.property(rate, ([successes, fails]) => {
        const total = successes + fails;
        const interval = rateConfidenceSequence({ successes, total });
        if (!interval) throw new Error("no interval");
        expect(interval.lower).toBeLessThanOrEqual(interval.estimate);
        expect(interval.upper).toBeGreaterThanOrEqual(interval.estimate);
        const evidence = (target: number) => rateEValue({ successes, total, target }).eValue;
        if (interval.lower > 0) expect(evidence(interval.lower)).toBeCloseTo(20, 3);
        if (interval.upper < 1) expect(evidence(interval.upper)).toBeCloseTo(20, 3);
      }),
    );
    expect(rateConfidenceSequence({ successes: 0, total: 0 })).toBeNull();
    expect(rateEValue({ successes: 3, total: 5, target: 1 }).eValue).toBe(Number.POSITIVE_INFINITY);
    expect(() => rateEValue({ successes: 6, total: 5, target: 0.5 })).toThrow(RangeError);
  });
});

describe("bettingSequence", () => {
  it("only narrows, keeps its order, and is the inverse of the capital", () => {
    const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(scores, (values) => {
        const { lower, upper } = bettingSequence(values, { steps: 50 });
        values.forEach((_, index) => {
          expect(lower[index]).toBeLessThanOrEqual(upper[index] ?? 0);
          expect(lower[index]).toBeGreaterThanOrEqual(lower[index - 1] ?? 0);
          expect(upper[index]).toBeLessThanOrEqual(upper[index - 1] ?? 1);
        });
        const outside = (lower.at(-1) ?? 0) - 1 / 50;
        if (outside >= 0)
          expect(Math.max(...bettingCapital(values, outside))).toBeGreaterThanOrEqual(20 - 1e-9);
      }),
    );
    expect(() => bettingSequence([1.2])).toThrow("values[0] is 1.2");
  });
});

describe("mixtureRatioTest", () => {
  it("and its confidence sequence say the same", () => {
    const variances = { variance: 0.5, mixtureVariance: 0.01 };
    const half = mixtureRatioHalfWidth({ total: 80, ...variances });
    expect(mixtureRatioTest({ mean: half, total: 80, ...variances }).eValue).toBeCloseTo(20, 9);
    expect(mixtureRatioPath([], variances)).toEqual([]);
    expect(() => mixtureRatioTest({ mean: 0, total: 1, variance: 0, mixtureVariance: 1 })).toThrow("above 0");
  });
});

describe("ratioTest", () => {
  it("decides for the rate that the passes show, and goes on between", () => {
    const rates = { target: 0.9, alternative: 0.8 };
    expect(ratioTest({ successes: 95, total: 100, ...rates }).decision).toBe("target");
    expect(ratioTest({ successes: 70, total: 100, ...rates }).decision).toBe("alternative");
    expect(ratioTest({ successes: 0, total: 0, ...rates }).decision).toBe("continue");
    expect(() => ratioTest({ successes: 1, total: 1, target: 0.5, alternative: 0.5 })).toThrow("must differ");
  });
});

describe("before an experiment is read", () => {
  it("its traffic is held against the plan", () => {
    expect(sampleRatio([500, 500], [1, 1])).toMatchObject({ chiSquared: 0, pValue: 1, mismatch: false });
    expect(sampleRatio([600, 400], [0.5, 0.5])?.mismatch).toBe(true);
    expect(sampleRatio([0, 0], [1, 1])).toBeNull();
    expect(() => sampleRatio([1, 2], [1, 0])).toThrow("plannedShares[1]");
  });

  it("what the baseline explains is taken out of the scores without moving their mean", () => {
    const baseline = [0.1, 0.4, 0.5, 0.9, 0.7];
    const result = cuped(
      baseline.map((score) => 2 * score + 1),
      baseline,
    );
    expect(result?.reduction).toBeCloseTo(1, 9);
    expect(result?.adjusted[0]).toBeCloseTo(result?.mean ?? 0, 9);
    expect(cuped([1, 2], [1, 1])).toBeNull();
  });
});
